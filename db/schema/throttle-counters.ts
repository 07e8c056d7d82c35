import { index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Refused sign-ins by e-mail and by address; the keys are keyed hashes. The one table without an account. */
export const throttleCounters = pgTable(
  "throttle_counters",
  {
    key: text().primaryKey(),
    attempts: integer().notNull(),
    windowEndsAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index("throttle_counters_by_end").on(table.windowEndsAt)],
);
