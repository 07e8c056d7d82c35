import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { supportAgents } from "#db/schema/support-agents";

/** One line of the console's own log: append only, names copied. */
export const supportEvents = pgTable(
  "support_events",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    at: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    kind: text().notNull(),
    /** Null where a command did it. */
    agentId: uuid().references(() => supportAgents.id),
    agentName: text().notNull(),
    /** The account it was about, with its name then. */
    accountId: uuid().references(() => accounts.id),
    accountName: text(),
    /** The case it was about. */
    requestNumber: text(),
    /** The form that did it, so that a repeat is known. */
    formId: uuid(),
    data: jsonb().notNull().default({}),
  },
  (table) => [
    uniqueIndex("support_events_form_once").on(table.formId),
    index("support_events_by_time").on(table.at, table.id),
    index("support_events_by_agent").on(table.agentId, table.at, table.id),
    index("support_events_by_account").on(table.accountId, table.at, table.id),
  ],
);
