import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/**
 * Another card on file: who holds it, its last four digits and where bills go; never the number. An
 * Owner's counts at once, an admin's once the link in a mail to the present billing address is
 * opened. Done, it is written to the account by trigger, and by nothing else.
 */
export const cardChanges = pgTable(
  "card_changes",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    holderName: text().notNull(),
    last4: text().notNull(),
    billingEmail: text().notNull(),
    /** Which user the holder is, if any. */
    holderUserId: uuid(),
    requestedBy: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** Of the link in the mail to the billing address, where it was sent. */
    sentTo: text(),
    tokenHash: text().notNull(),
    confirmedAt: timestamp({ withTimezone: true }),
    doneAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    endedBy: uuid(),
  },
  (table) => [
    primaryKey({ name: "card_changes_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("card_changes_one_open")
      .on(table.accountId)
      .where(sql`${table.doneAt} is null and ${table.endedAt} is null`),
    uniqueIndex("card_changes_token_is_unique").on(table.accountId, table.tokenHash),
    check("card_changes_last4_is_four_digits", sql`${table.last4} ~ '^[0-9]{4}$'`),
    check(
      "card_changes_name_is_no_number",
      sql`regexp_replace(${table.holderName}, '[^0-9]', '', 'g') !~ '[0-9]{12}'`,
    ),
    foreignKey({
      name: "card_changes_holder_same_account",
      columns: [table.accountId, table.holderUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "card_changes_requested_by_same_account",
      columns: [table.accountId, table.requestedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "card_changes_ended_by_same_account",
      columns: [table.accountId, table.endedBy],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);
