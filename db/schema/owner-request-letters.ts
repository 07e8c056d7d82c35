import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ownerRequests } from "#db/schema/owner-requests";
import { supportAgents } from "#db/schema/support-agents";
import { users } from "#db/schema/users";

/** Whom a case was told to, each with a link of their own: of an Owner, or to the billing address. */
export const ownerRequestLetters = pgTable(
  "owner_request_letters",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    requestId: uuid().notNull(),
    /** Null for the billing address. */
    userId: uuid(),
    address: text(),
    toldAt: timestamp({ withTimezone: true }).notNull(),
    answer: text({ enum: ["agreed", "objected"] }),
    answeredAt: timestamp({ withTimezone: true }),
    words: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ name: "owner_request_letters_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("owner_request_letters_once")
      .on(table.accountId, table.requestId, table.userId, table.toldAt)
      .where(sql`${table.userId} is not null`),
    foreignKey({
      name: "owner_request_letters_request_same_account",
      columns: [table.accountId, table.requestId],
      foreignColumns: [ownerRequests.accountId, ownerRequests.id],
    }),
    foreignKey({
      name: "owner_request_letters_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    check(
      "owner_request_letters_go_somewhere",
      sql`(${table.userId} is null) <> (${table.address} is null)`,
    ),
    check(
      "owner_request_letters_answered_when",
      sql`(${table.answer} is null) = (${table.answeredAt} is null)`,
    ),
  ],
);

/** What agents note for each other; seen in the console alone, and never changed. */
export const ownerRequestNotes = pgTable(
  "owner_request_notes",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    requestId: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    agentId: uuid()
      .notNull()
      .references(() => supportAgents.id),
    body: text().notNull(),
    formId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ name: "owner_request_notes_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("owner_request_notes_form_once").on(table.accountId, table.formId),
    index("owner_request_notes_of_request").on(table.accountId, table.requestId, table.at),
    foreignKey({
      name: "owner_request_notes_request_same_account",
      columns: [table.accountId, table.requestId],
      foreignColumns: [ownerRequests.accountId, ownerRequests.id],
    }),
    check("owner_request_notes_say_something", sql`btrim(${table.body}) <> ''`),
  ],
);
