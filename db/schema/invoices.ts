import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";

/** What was charged. Only whether it is paid changes afterwards; its amount is the sum of its lines. */
export const invoices = pgTable(
  "invoices",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** Counts from 1 in its account; given by a trigger. */
    number: integer().notNull().default(0),
    kind: text({ enum: ["period", "seats"] }).notNull(),
    issuedAt: timestamp({ withTimezone: true }).notNull(),
    currency: text().notNull(),
    /** In minor units of the currency. */
    amount: bigint({ mode: "number" }).notNull(),
    status: text({ enum: ["open", "paid"] }).notNull(),
    paidAt: timestamp({ withTimezone: true }),
    /** Who was to pay it then. */
    cardHolderName: text(),
    cardLast4: text(),
    billingEmail: text(),
  },
  (table) => [
    primaryKey({ name: "invoices_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("invoices_are_numbered").on(table.accountId, table.number),
    check("invoices_kind_is_known", sql`${table.kind} in ('period', 'seats')`),
    check("invoices_amount_is_owed", sql`${table.amount} >= 0`),
    check(
      "invoices_paid_is_known",
      sql`(${table.status} = 'paid') = (${table.paidAt} is not null) and ${table.status} in ('open', 'paid')`,
    ),
    check("invoices_card_last4_is_four_digits", sql`${table.cardLast4} ~ '^[0-9]{4}$'`),
  ],
);

/** Spots for days: a line charges `quantity` spots from `from_on` to the end of the period. */
export const invoiceLines = pgTable(
  "invoice_lines",
  {
    accountId: uuid().notNull(),
    invoiceId: uuid().notNull(),
    n: integer().notNull(),
    quantity: integer().notNull(),
    unitPrice: bigint({ mode: "number" }).notNull(),
    periodStart: date({ mode: "string" }).notNull(),
    periodEnd: date({ mode: "string" }).notNull(),
    fromOn: date({ mode: "string" }).notNull(),
    /** Days that are charged: from `from_on` to `period_end`. */
    days: integer().notNull(),
    amount: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({
      name: "invoice_lines_pkey",
      columns: [table.accountId, table.invoiceId, table.n],
    }),
    index("invoice_lines_by_period").on(table.accountId, table.periodStart),
    foreignKey({
      name: "invoice_lines_invoice_same_account",
      columns: [table.accountId, table.invoiceId],
      foreignColumns: [invoices.accountId, invoices.id],
    }),
    check(
      "invoice_lines_charge_days_of_their_period",
      sql`${table.fromOn} >= ${table.periodStart} and ${table.fromOn} < ${table.periodEnd} and ${table.days} = ${table.periodEnd} - ${table.fromOn} and ${table.quantity} > 0 and ${table.amount} >= 0`,
    ),
  ],
);
