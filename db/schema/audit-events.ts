import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";

/** One line of the account's own log: append only, names copied, so that it reads the same in ten years. */
export const auditEvents = pgTable(
  "audit_events",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    kind: text().notNull(),
    actorKind: text({ enum: ["member", "agent", "system"] }).notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    userId: uuid(),
    userName: text(),
    requestId: uuid(),
    data: jsonb().notNull().default({}),
  },
  (table) => [
    primaryKey({ name: "audit_events_pkey", columns: [table.accountId, table.id] }),
    unique("audit_events_request_once").on(table.accountId, table.requestId),
    foreignKey({
      name: "audit_events_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    index("audit_events_by_time").on(table.accountId, table.at, table.id),
    // One for each thing the account log is filtered by, in the order in which it is read. The kind
    // at the end is looked at in the index itself, where a person and a kind are asked for.
    index("audit_events_by_kind").on(table.accountId, table.kind, table.at, table.id),
    index("audit_events_by_actor").on(
      table.accountId,
      table.actorId,
      table.at,
      table.id,
      table.kind,
    ),
    index("audit_events_by_user").on(table.accountId, table.userId, table.at, table.id, table.kind),
  ],
);
