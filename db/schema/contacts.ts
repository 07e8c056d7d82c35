import { type SQL, sql } from "drizzle-orm";
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
import { books } from "#db/schema/books";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";

/** A person or company that the account knows. It lies in one book; its assignee is the book's. */
export const contacts = pgTable(
  "contacts",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    bookId: uuid().notNull(),
    firstName: text().notNull().default(""),
    lastName: text().notNull().default(""),
    company: text().notNull().default(""),
    jobTitle: text().notNull().default(""),
    name: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`coalesce(nullif(btrim(${contacts.firstName} || ' ' || ${contacts.lastName}), ''), nullif(${contacts.company}, ''), nullif(${contacts.email}, ''), ${contacts.phone})`,
      ),
    email: text().notNull().default(""),
    phone: text().notNull().default(""),
    mobile: text().notNull().default(""),
    street: text().notNull().default(""),
    city: text().notNull().default(""),
    state: text().notNull().default(""),
    postalCode: text().notNull().default(""),
    country: text().notNull().default(""),
    website: text().notNull().default(""),
    notes: text().notNull().default(""),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid(),
    /** When its details were last changed, or it was deleted or restored: kept by a trigger. */
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedBy: uuid(),
    /** The latest time in its History, before the first that of its adding: kept by a trigger. */
    lastActivityAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Hidden since, and restorable for 30 days (domain rule 20). */
    deletedAt: timestamp({ withTimezone: true }),
    /** Deleted because it was merged into this one, which shows its History too. */
    mergedIntoId: uuid(),
    /** The transfer by which it last moved to another book by itself, not with its book. */
    transferId: uuid(),
    nameKey: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`handover_fold(coalesce(nullif(btrim(${contacts.firstName} || ' ' || ${contacts.lastName}), ''), nullif(${contacts.company}, ''), nullif(${contacts.email}, ''), ${contacts.phone}))`,
      ),
    companyKey: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`handover_fold(${contacts.company})`),
    emailKey: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`lower(btrim(${contacts.email}))`),
    /** The digits alone. */
    phoneKey: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`regexp_replace(${contacts.phone}, '[^0-9]', '', 'g')`),
    /** What two numbers have in common that are the same with and without the country's. */
    phoneEnd: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`right(regexp_replace(${contacts.phone}, '[^0-9]', '', 'g'), 9)`,
      ),
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`handover_fold(${contacts.firstName} || ' ' || ${contacts.lastName} || ' ' || ${contacts.company} || ' ' || ${contacts.email} || ' ' || ${contacts.phone} || ' ' || ${contacts.mobile} || ' ' || regexp_replace(${contacts.phone}, '[^0-9]', '', 'g') || ' ' || regexp_replace(${contacts.mobile}, '[^0-9]', '', 'g'))`,
      ),
  },
  (table) => [
    primaryKey({ name: "contacts_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "contacts_book_same_account",
      columns: [table.accountId, table.bookId],
      foreignColumns: [books.accountId, books.id],
    }),
    foreignKey({
      name: "contacts_created_by_same_account",
      columns: [table.accountId, table.createdBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "contacts_updated_by_same_account",
      columns: [table.accountId, table.updatedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "contacts_merged_into_same_account",
      columns: [table.accountId, table.mergedIntoId],
      foreignColumns: [table.accountId, table.id],
    }),
    foreignKey({
      name: "contacts_transfer_same_account",
      columns: [table.accountId, table.transferId],
      foreignColumns: [transfers.accountId, transfers.id],
    }),
    index("contacts_by_name").on(table.accountId, table.nameKey, table.id),
    // Nothing comes after everything, as nobody looks for it.
    index("contacts_by_company").on(
      table.accountId,
      sql`(${table.companyKey} = '')`,
      table.companyKey,
      table.id,
    ),
    index("contacts_by_email").on(
      table.accountId,
      sql`(${table.emailKey} = '')`,
      table.emailKey,
      table.id,
    ),
    index("contacts_by_phone").on(
      table.accountId,
      sql`(${table.phoneKey} = '')`,
      table.phoneKey,
      table.id,
    ),
    index("contacts_by_phone_end")
      .on(table.accountId, table.phoneEnd, table.id)
      .where(sql`${table.phoneEnd} <> ''`),
    index("contacts_by_activity").on(table.accountId, table.lastActivityAt, table.id),
    index("contacts_deleted")
      .on(table.accountId, table.deletedAt, table.id)
      .where(sql`${table.deletedAt} is not null`),
    index("contacts_merged")
      .on(table.accountId, table.mergedIntoId)
      .where(sql`${table.mergedIntoId} is not null`),
    index("contacts_by_book").on(table.accountId, table.bookId, table.nameKey, table.id),
    index("contacts_search").using("gin", table.accountId, sql`${table.searchText} gin_trgm_ops`),
    check("contacts_have_a_name", sql`${table.name} <> ''`),
    check(
      "contacts_merged_are_deleted",
      sql`${table.mergedIntoId} is null or (${table.deletedAt} is not null and ${table.mergedIntoId} <> ${table.id})`,
    ),
  ],
);
