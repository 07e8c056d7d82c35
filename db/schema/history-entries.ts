import { sql } from "drizzle-orm";
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
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";

export const historyKinds = ["note", "call", "email", "meeting"] as const;

/** What a user did with a contact. Author and time never change, and it is never deleted. */
export const historyEntries = pgTable(
  "history_entries",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    contactId: uuid().notNull(),
    authorId: uuid().notNull(),
    kind: text({ enum: historyKinds }).notNull(),
    body: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: "history_entries_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "history_entries_contact_same_account",
      columns: [table.accountId, table.contactId],
      foreignColumns: [contacts.accountId, contacts.id],
    }),
    foreignKey({
      name: "history_entries_author_same_account",
      columns: [table.accountId, table.authorId],
      foreignColumns: [users.accountId, users.id],
    }),
    index("history_entries_by_contact").on(table.accountId, table.contactId, table.at, table.id),
    index("history_entries_by_author").on(table.accountId, table.authorId),
    check(
      "history_entries_kind_is_known",
      sql`${table.kind} in ('note', 'call', 'email', 'meeting')`,
    ),
  ],
);
