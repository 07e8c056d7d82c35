import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/** A user's authenticator app. Without `confirmed_at` it is being set up, or off, and asks for nothing. */
export const secondSteps = pgTable(
  "second_steps",
  {
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    /** Encrypted with a key derived from the server's secret; empty once it was turned off. */
    secret: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    confirmedAt: timestamp({ withTimezone: true }),
    /** The period of the latest code that was used: it and earlier ones never count again. */
    lastPeriod: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [
    primaryKey({ name: "second_steps_pkey", columns: [table.accountId, table.userId] }),
    foreignKey({
      name: "second_steps_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);

/** What stands in for a lost authenticator app, each once; only SHA-256 hashes are kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    userId: uuid().notNull(),
    codeHash: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    usedAt: timestamp({ withTimezone: true }),
    /** New codes were made, or two-step sign-in was turned off. */
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ name: "recovery_codes_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "recovery_codes_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    uniqueIndex("recovery_codes_are_unique").on(table.accountId, table.userId, table.codeHash),
  ],
);
