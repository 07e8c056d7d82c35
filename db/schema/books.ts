import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";

/** A book of business: contacts that its assignee looks after and that change hands by this one row. */
export const books = pgTable(
  "books",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    assigneeId: uuid().notNull(),
    name: text(),
    isMain: boolean().notNull().default(false),
    /** The book this one was carved from, at `created_at`; what happened to that one before is its past. */
    carvedFromId: uuid(),
    /** The transfer by which it last changed hands. */
    transferId: uuid(),
    /** By the clock: within one transaction, too, carving and changing hands have an order. */
    createdAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ name: "books_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "books_assignee_same_account",
      columns: [table.accountId, table.assigneeId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "books_carved_from_same_account",
      columns: [table.accountId, table.carvedFromId],
      foreignColumns: [table.accountId, table.id],
    }),
    foreignKey({
      name: "books_transfer_same_account",
      columns: [table.accountId, table.transferId],
      foreignColumns: [transfers.accountId, transfers.id],
    }),
    uniqueIndex("books_one_main_per_user")
      .on(table.accountId, table.assigneeId)
      .where(sql`${table.isMain}`),
    index("books_by_assignee").on(table.accountId, table.assigneeId),
    index("books_carved_from").on(table.accountId, table.carvedFromId),
  ],
);

/** A book's past: one row for each change of hands, written by a trigger and never changed. */
export const bookMoves = pgTable(
  "book_moves",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    bookId: uuid().notNull(),
    transferId: uuid(),
    fromUserId: uuid().notNull(),
    toUserId: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ name: "book_moves_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "book_moves_book_same_account",
      columns: [table.accountId, table.bookId],
      foreignColumns: [books.accountId, books.id],
    }),
    foreignKey({
      name: "book_moves_transfer_same_account",
      columns: [table.accountId, table.transferId],
      foreignColumns: [transfers.accountId, transfers.id],
    }),
    foreignKey({
      name: "book_moves_from_same_account",
      columns: [table.accountId, table.fromUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "book_moves_to_same_account",
      columns: [table.accountId, table.toUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    index("book_moves_by_book").on(table.accountId, table.bookId, table.id),
    index("book_moves_by_transfer").on(table.accountId, table.transferId),
  ],
);
