import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";

/** A contact's own past: one row for each time it went to another user by itself, without its book. */
export const contactMoves = pgTable(
  "contact_moves",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    contactId: uuid().notNull(),
    transferId: uuid(),
    fromBookId: uuid().notNull(),
    toBookId: uuid().notNull(),
    fromUserId: uuid().notNull(),
    toUserId: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ name: "contact_moves_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "contact_moves_contact_same_account",
      columns: [table.accountId, table.contactId],
      foreignColumns: [contacts.accountId, contacts.id],
    }),
    foreignKey({
      name: "contact_moves_transfer_same_account",
      columns: [table.accountId, table.transferId],
      foreignColumns: [transfers.accountId, transfers.id],
    }),
    foreignKey({
      name: "contact_moves_from_book_same_account",
      columns: [table.accountId, table.fromBookId],
      foreignColumns: [books.accountId, books.id],
    }),
    foreignKey({
      name: "contact_moves_to_book_same_account",
      columns: [table.accountId, table.toBookId],
      foreignColumns: [books.accountId, books.id],
    }),
    foreignKey({
      name: "contact_moves_from_same_account",
      columns: [table.accountId, table.fromUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "contact_moves_to_same_account",
      columns: [table.accountId, table.toUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    index("contact_moves_by_contact").on(table.accountId, table.contactId, table.id),
    index("contact_moves_by_transfer").on(table.accountId, table.transferId),
  ],
);
