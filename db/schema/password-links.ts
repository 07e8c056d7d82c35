import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/** A single-use link with which a user chooses a password; only the token's SHA-256 is kept. */
export const passwordLinks = pgTable(
  "password_links",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    userId: uuid().notNull(),
    /** Made by an admin for a first password, or by the person who forgot one. */
    purpose: text({ enum: ["invitation", "reset"] })
      .notNull()
      .default("invitation"),
    tokenHash: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ name: "password_links_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "password_links_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    uniqueIndex("password_links_token_is_unique").on(table.accountId, table.tokenHash),
    check("password_links_purpose_is_known", sql`${table.purpose} in ('invitation', 'reset')`),
    index("password_links_by_user").on(table.accountId, table.userId),
  ],
);
