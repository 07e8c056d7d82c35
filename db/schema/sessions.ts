import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/** One sign-in of one user. Open while `ended_at` is null; an ended one stays ended (domain rule 3). */
export const sessions = pgTable(
  "sessions",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    userId: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    endReason: text({
      enum: [
        "signed_out",
        "user_inactivated",
        "ended_by_user",
        "password_changed",
        "second_step_reset",
      ],
    }),
    endedBy: uuid(),
    device: text().notNull().default(""),
    address: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ name: "sessions_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "sessions_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "sessions_ended_by_same_account",
      columns: [table.accountId, table.endedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    index("sessions_open").on(table.accountId, table.userId).where(sql`${table.endedAt} is null`),
    check(
      "sessions_end_has_a_reason",
      sql`(${table.endedAt} is null) = (${table.endReason} is null)`,
    ),
  ],
);
