import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { invoices } from "#db/schema/invoices";
import { seatSchedules } from "#db/schema/seat-schedules";
import { users } from "#db/schema/users";

/**
 * The ledger of what is paid for (domain rule 15): append only. A row that is added or reduced is
 * what changes the total, by trigger; those of a schedule are written by triggers of the schedule.
 */
export const seatChanges = pgTable(
  "seat_changes",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** Counts from 1 in its account; given by a trigger, and the number of a receipt. */
    number: integer().notNull().default(0),
    kind: text({
      enum: ["opened", "added", "reduced", "kept", "scheduled", "replaced", "cancelled"],
    }).notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    effectiveAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    fromTotal: integer().notNull(),
    toTotal: integer().notNull(),
    byUserId: uuid(),
    /** Why, in whose words it may be; empty where nobody said. */
    reason: text().notNull(),
    /** The schedule that was made, replaced, cancelled, or carried out. */
    scheduleId: uuid(),
    /** What was charged for it. */
    invoiceId: uuid(),
  },
  (table) => [
    primaryKey({ name: "seat_changes_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "seat_changes_by_same_account",
      columns: [table.accountId, table.byUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    uniqueIndex("seat_changes_are_numbered").on(table.accountId, table.number),
    foreignKey({
      name: "seat_changes_schedule_same_account",
      columns: [table.accountId, table.scheduleId],
      foreignColumns: [seatSchedules.accountId, seatSchedules.id],
    }),
    foreignKey({
      name: "seat_changes_invoice_same_account",
      columns: [table.accountId, table.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }),
    check(
      "seat_changes_kind_fits",
      sql`case ${table.kind} when 'opened' then ${table.fromTotal} = 0 when 'added' then ${table.toTotal} > ${table.fromTotal} when 'kept' then ${table.toTotal} = ${table.fromTotal} when 'reduced' then ${table.toTotal} < ${table.fromTotal} else ${table.kind} in ('scheduled', 'replaced', 'cancelled') and ${table.scheduleId} is not null end`,
    ),
    check("seat_changes_totals_are_counts", sql`${table.fromTotal} >= 0 and ${table.toTotal} >= 0`),
  ],
);
