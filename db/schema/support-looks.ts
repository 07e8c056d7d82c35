import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { supportAgents, supportSessions } from "#db/schema/support-agents";

/**
 * An agent's stated reason to look into one account. What the console does there states a look, and
 * row-level security lets it into that look's account alone, for half an hour. Written by functions
 * of the database, which log it in the account.
 */
export const supportLooks = pgTable(
  "support_looks",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    sessionId: uuid()
      .notNull()
      .references(() => supportSessions.id),
    agentId: uuid()
      .notNull()
      .references(() => supportAgents.id),
    /** Where a case is the reason. */
    requestId: uuid(),
    reason: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index("support_looks_of_session").on(table.sessionId, table.accountId)],
);
