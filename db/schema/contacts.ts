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
    website: text().notNull().default(""),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid(),
    deletedAt: timestamp({ withTimezone: true }),
    nameKey: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`handover_fold(coalesce(nullif(btrim(${contacts.firstName} || ' ' || ${contacts.lastName}), ''), nullif(${contacts.company}, ''), nullif(${contacts.email}, ''), ${contacts.phone}))`,
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
    index("contacts_by_name").on(table.accountId, table.nameKey, table.id),
    index("contacts_by_book").on(table.accountId, table.bookId, table.nameKey, table.id),
    index("contacts_search").using("gin", table.accountId, sql`${table.searchText} gin_trgm_ops`),
    check("contacts_have_a_name", sql`${table.name} <> ''`),
  ],
);
