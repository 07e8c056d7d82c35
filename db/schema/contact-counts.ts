import { sql } from "drizzle-orm";
import { foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { books } from "#db/schema/books";

/**
 * How many contacts a book holds, deleted ones left out: the sum of its rows. Triggers add one for
 * each statement, so nobody waits for a counter; a job puts many into one.
 */
export const contactCounts = pgTable(
  "contact_counts",
  {
    accountId: uuid().notNull(),
    bookId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    contacts: integer().notNull(),
  },
  (table) => [
    primaryKey({
      name: "contact_counts_pkey",
      columns: [table.accountId, table.bookId, table.id],
    }),
    foreignKey({
      name: "contact_counts_book_same_account",
      columns: [table.accountId, table.bookId],
      foreignColumns: [books.accountId, books.id],
    }),
  ],
);
