import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";

/**
 * What an account has agreed to pay, one row an account. Terms stay as they were agreed. Periods are
 * whole days on the account's clock: `period_end` is the first day that is not paid for.
 */
export const subscriptions = pgTable(
  "subscriptions",
  {
    accountId: uuid()
      .primaryKey()
      .references(() => accounts.id),
    /** The plan's name, as it is shown. */
    plan: text().notNull(),
    interval: text({ enum: ["month", "year"] }).notNull(),
    currency: text().notNull(),
    /** For one user spot and one period, in minor units of the currency. */
    unitPrice: bigint({ mode: "number" }).notNull(),
    minimumSeats: integer().notNull(),
    /** Past due: an invoice is not paid. Ended: not renewed. */
    status: text({ enum: ["trial", "active", "past_due", "ended"] }).notNull(),
    /** The first day of the first paid period: the others begin so many months or years later. */
    anchorOn: date({ mode: "string" }).notNull(),
    /** How many periods have begun before this one. */
    period: integer().notNull().default(0),
    periodStart: date({ mode: "string" }).notNull(),
    periodEnd: date({ mode: "string" }).notNull(),
    /** The moment at which `period_end` begins on the account's clock. */
    renewsAt: timestamp({ withTimezone: true }).notNull(),
    /** Not to be renewed: it ends with the period. */
    cancelledAt: timestamp({ withTimezone: true }),
    cancelledBy: uuid(),
    pastDueSince: timestamp({ withTimezone: true }),
    /** From here on the account can be read alone; the subscription can always be changed. */
    readOnlyAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("subscriptions_by_renewal").on(table.renewsAt).where(sql`${table.status} <> 'ended'`),
    check("subscriptions_interval_is_known", sql`${table.interval} in ('month', 'year')`),
    check("subscriptions_currency_is_a_code", sql`${table.currency} ~ '^[A-Z]{3}$'`),
    check(
      "subscriptions_terms_are_counts",
      sql`${table.unitPrice} >= 0 and ${table.minimumSeats} >= 1`,
    ),
    check(
      "subscriptions_status_is_known",
      sql`${table.status} in ('trial', 'active', 'past_due', 'ended')`,
    ),
    check(
      "subscriptions_past_due_since_is_known",
      sql`(${table.status} = 'past_due') = (${table.pastDueSince} is not null)`,
    ),
    check(
      "subscriptions_read_only_is_owed_or_ended",
      sql`(${table.status} in ('past_due', 'ended')) = (${table.readOnlyAt} is not null)`,
    ),
    check("subscriptions_period_has_days", sql`${table.periodEnd} > ${table.periodStart}`),
    foreignKey({
      name: "subscriptions_cancelled_by_same_account",
      columns: [table.accountId, table.cancelledBy],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);
