import { date, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";

/**
 * How many users were active when a day ended, on the account's clock; days without a change have no
 * row. Kept by trigger.
 */
export const seatsUsedByDay = pgTable(
  "seats_used_by_day",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    on: date({ mode: "string" }).notNull(),
    used: integer().notNull(),
  },
  (table) => [primaryKey({ name: "seats_used_by_day_pkey", columns: [table.accountId, table.on] })],
);
