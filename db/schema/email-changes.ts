import { sql } from "drizzle-orm";
import {
  boolean,
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
 * A new e-mail address on its way: it counts once its link is opened, and for an admin once the old
 * address or an Owner has agreed (domain rule 9). Open while neither `done_at` nor `ended_at` is set.
 */
export const emailChanges = pgTable(
  "email_changes",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    userId: uuid().notNull(),
    fromEmail: text().notNull(),
    toEmail: text().notNull(),
    requestedBy: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** Of the link in the mail to the new address. */
    tokenHash: text().notNull(),
    confirmedAt: timestamp({ withTimezone: true }),
    needsAgreement: boolean().notNull(),
    /** Of the link in the mail to the old address. */
    agreementHash: text().notNull(),
    agreedAt: timestamp({ withTimezone: true }),
    /** The Owner who agreed; null where the old address did. */
    agreedBy: uuid(),
    doneAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    endedBy: uuid(),
  },
  (table) => [
    primaryKey({ name: "email_changes_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("email_changes_one_open_per_user")
      .on(table.accountId, table.userId)
      .where(sql`${table.doneAt} is null and ${table.endedAt} is null`),
    uniqueIndex("email_changes_token_is_unique").on(table.accountId, table.tokenHash),
    uniqueIndex("email_changes_agreement_is_unique").on(table.accountId, table.agreementHash),
    foreignKey({
      name: "email_changes_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "email_changes_requested_by_same_account",
      columns: [table.accountId, table.requestedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "email_changes_agreed_by_same_account",
      columns: [table.accountId, table.agreedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "email_changes_ended_by_same_account",
      columns: [table.accountId, table.endedBy],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);
