import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { books } from "#db/schema/books";
import { users } from "#db/schema/users";

/**
 * A transfer too large for one request: it is counted, carved in batches and switched by a job, and
 * becomes the transfer of the same id. What it came to stays.
 */
export const plannedTransfers = pgTable(
  "planned_transfers",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    kind: text({ enum: ["inactivation", "reassignment"] }).notNull(),
    byUserId: uuid().notNull(),
    /** Whose contacts they are, where they are one user's. */
    fromUserId: uuid(),
    /** What matches later is not swept in. */
    requestedAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    /** Which contacts, and who gets which: as the use case takes it. */
    selection: jsonb().notNull(),
    plan: jsonb().notNull(),
    state: text({ enum: ["counting", "carving", "done", "cancelled", "stopped"] })
      .notNull()
      .default("counting"),
    /** How many contacts go into books of their own; null until they are counted. */
    total: integer(),
    carved: integer().notNull().default(0),
    startedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    endedBy: uuid(),
    /** Why it stopped: a refusal's code and facts. */
    refusal: jsonb(),
  },
  (table) => [
    primaryKey({ name: "planned_transfers_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "planned_transfers_by_same_account",
      columns: [table.accountId, table.byUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "planned_transfers_from_same_account",
      columns: [table.accountId, table.fromUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "planned_transfers_ended_by_same_account",
      columns: [table.accountId, table.endedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    index("planned_transfers_open")
      .on(table.accountId, table.requestedAt)
      .where(sql`${table.endedAt} is null`),
    check(
      "planned_transfers_end_with_a_state",
      sql`(${table.endedAt} is null) = (${table.state} in ('counting', 'carving'))`,
    ),
    check(
      "planned_transfers_state_is_known",
      sql`${table.state} in ('counting', 'carving', 'done', 'cancelled', 'stopped')`,
    ),
  ],
);

/** The contacts of a planned transfer as they were counted, in batches; a row goes when it is carved. */
export const transferBatches = pgTable(
  "transfer_batches",
  {
    accountId: uuid().notNull(),
    transferId: uuid().notNull(),
    n: integer().notNull(),
    /** Who gets them: the index in the plan. */
    piece: integer().notNull(),
    fromBookId: uuid().notNull(),
    contactIds: uuid().array().notNull(),
  },
  (table) => [
    primaryKey({
      name: "transfer_batches_pkey",
      columns: [table.accountId, table.transferId, table.n],
    }),
    foreignKey({
      name: "transfer_batches_transfer_same_account",
      columns: [table.accountId, table.transferId],
      foreignColumns: [plannedTransfers.accountId, plannedTransfers.id],
    }),
    foreignKey({
      name: "transfer_batches_book_same_account",
      columns: [table.accountId, table.fromBookId],
      foreignColumns: [books.accountId, books.id],
    }),
  ],
);

/** The books that a planned transfer has carved so far; until the switch they are its giver's. */
export const transferPieces = pgTable(
  "transfer_pieces",
  {
    accountId: uuid().notNull(),
    transferId: uuid().notNull(),
    piece: integer().notNull(),
    fromBookId: uuid().notNull(),
    bookId: uuid().notNull(),
  },
  (table) => [
    primaryKey({
      name: "transfer_pieces_pkey",
      columns: [table.accountId, table.transferId, table.piece, table.fromBookId],
    }),
    foreignKey({
      name: "transfer_pieces_transfer_same_account",
      columns: [table.accountId, table.transferId],
      foreignColumns: [plannedTransfers.accountId, plannedTransfers.id],
    }),
    foreignKey({
      name: "transfer_pieces_from_book_same_account",
      columns: [table.accountId, table.fromBookId],
      foreignColumns: [books.accountId, books.id],
    }),
    foreignKey({
      name: "transfer_pieces_book_same_account",
      columns: [table.accountId, table.bookId],
      foreignColumns: [books.accountId, books.id],
    }),
  ],
);
