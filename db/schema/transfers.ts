import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";

/** One reassignment of contacts. `undoes_id` names the transfer that an undo took back, once. */
export const transfers = pgTable(
  "transfers",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    kind: text({ enum: ["inactivation", "reassignment", "undo"] }).notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    byUserId: uuid(),
    /** Whose contacts they were, where it was one user's. */
    fromUserId: uuid(),
    undoesId: uuid(),
    contacts: integer().notNull(),
  },
  (table) => [
    primaryKey({ name: "transfers_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "transfers_by_same_account",
      columns: [table.accountId, table.byUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "transfers_from_same_account",
      columns: [table.accountId, table.fromUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "transfers_undoes_same_account",
      columns: [table.accountId, table.undoesId],
      foreignColumns: [table.accountId, table.id],
    }),
    unique("transfers_undone_once").on(table.accountId, table.undoesId),
    check(
      "transfers_undo_names_what",
      sql`(${table.kind} = 'undo') = (${table.undoesId} is not null)`,
    ),
  ],
);
