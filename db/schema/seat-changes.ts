import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";

/** The ledger of what is paid for (domain rule 15): append only. */
export const seatChanges = pgTable(
  "seat_changes",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    effectiveAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    fromTotal: integer().notNull(),
    toTotal: integer().notNull(),
    byUserId: uuid(),
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ name: "seat_changes_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "seat_changes_by_same_account",
      columns: [table.accountId, table.byUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    check("seat_changes_totals_are_counts", sql`${table.fromTotal} >= 0 and ${table.toTotal} >= 0`),
  ],
);
