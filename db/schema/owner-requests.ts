import { sql } from "drizzle-orm";
import {
  bigint,
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
import { accounts } from "#db/schema/accounts";
import { supportAgents } from "#db/schema/support-agents";
import { users } from "#db/schema/users";

/**
 * A case of the support console (domain rules 9 to 11): a `removal` asks to lift an Owner's status, a
 * `rescue` gives an account that nobody administers any more a new Owner. How far it has come is
 * `owner_request_state`. Marked as carried out, a trigger checks everything and changes the users.
 */
export const ownerRequests = pgTable(
  "owner_requests",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** What people call it by: "case 1042". */
    number: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity({ startWith: 1001 }),
    kind: text({ enum: ["removal", "rescue"] }).notNull(),
    /** The Owner concerned; null for a rescue. */
    userId: uuid(),
    successorId: uuid(),
    /** Who asks: an active admin, the card holder, or for a rescue a lead. */
    capacity: text({ enum: ["admin", "card_holder", "lead"] }).notNull(),
    requestedBy: uuid(),
    requestedByName: text().notNull(),
    openedBy: uuid().references(() => supportAgents.id),
    reason: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When it was opened, or reopened: what was answered before counts no more. */
    begunAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Both are set by the database, at the beginning and when it is reopened. */
    waitsUntil: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull().defaultNow(),

    /** What the card holder said of the card; it must be the one on file. */
    statedHolder: text(),
    statedLast4: text(),
    callbackNumber: text(),
    calledBackAt: timestamp({ withTimezone: true }),
    calledBackBy: uuid().references(() => supportAgents.id),
    /** The confirmation of the billing address: its link's id and where it goes are set by trigger. */
    confirmAskedAt: timestamp({ withTimezone: true }),
    confirmId: uuid(),
    confirmSentTo: text(),
    confirmedAt: timestamp({ withTimezone: true }),

    /** By the Owner concerned, with the link in their letter. */
    agreedAt: timestamp({ withTimezone: true }),
    /** The latest objection, and what a lead decided about it. */
    objectedAt: timestamp({ withTimezone: true }),
    objectedByName: text(),
    objection: text(),
    decidedAt: timestamp({ withTimezone: true }),
    decidedBy: uuid().references(() => supportAgents.id),
    decision: text(),

    assignedTo: uuid().references(() => supportAgents.id),
    verifiedAt: timestamp({ withTimezone: true }),
    verifiedBy: uuid().references(() => supportAgents.id),
    /** Why it has to be verified anew. */
    lapse: text({ enum: ["requester_inactive", "requester_no_admin", "card_changed"] }),

    endedAt: timestamp({ withTimezone: true }),
    outcome: text({ enum: ["carried_out", "refused", "withdrawn", "expired"] }),
    endedByAgent: uuid().references(() => supportAgents.id),
    endedByUser: uuid(),
    endReason: text().notNull().default(""),
  },
  (table) => [
    primaryKey({ name: "owner_requests_pkey", columns: [table.accountId, table.id] }),
    index("owner_requests_by_number").on(table.number),
    index("owner_requests_open").on(table.createdAt).where(sql`${table.endedAt} is null`),
    index("owner_requests_ended").on(table.endedAt, table.id),
    uniqueIndex("owner_requests_one_open_per_user")
      .on(table.accountId, table.userId)
      .where(sql`${table.endedAt} is null`),
    uniqueIndex("owner_requests_one_open_rescue")
      .on(table.accountId)
      .where(sql`${table.endedAt} is null and ${table.kind} = 'rescue'`),
    foreignKey({
      name: "owner_requests_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "owner_requests_successor_same_account",
      columns: [table.accountId, table.successorId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "owner_requests_requested_by_same_account",
      columns: [table.accountId, table.requestedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "owner_requests_ended_by_same_account",
      columns: [table.accountId, table.endedByUser],
      foreignColumns: [users.accountId, users.id],
    }),
    check("owner_requests_successor_is_another", sql`${table.successorId} <> ${table.userId}`),
    check(
      "owner_requests_are_complete",
      sql`case ${table.kind}
        when 'removal' then ${table.userId} is not null and ${table.capacity} in ('admin', 'card_holder')
        when 'rescue' then ${table.userId} is null and ${table.successorId} is not null
          and ${table.capacity} = 'lead' and ${table.openedBy} is not null
        else false end`,
    ),
    check(
      "owner_requests_asked_by_somebody",
      sql`${table.capacity} <> 'admin' or ${table.requestedBy} is not null`,
    ),
    check("owner_requests_have_a_reason", sql`btrim(${table.reason}) <> ''`),
    check(
      "owner_requests_verified_by_somebody",
      sql`(${table.verifiedAt} is null) = (${table.verifiedBy} is null)`,
    ),
    check(
      "owner_requests_end_has_an_outcome",
      sql`(${table.endedAt} is null) = (${table.outcome} is null)`,
    ),
    check(
      "owner_requests_outcome_is_known",
      sql`${table.outcome} in ('carried_out', 'refused', 'withdrawn', 'expired')`,
    ),
    // Domain rule 9, by two people: whatever their roles are or were.
    check(
      "owner_requests_four_eyes",
      sql`${table.kind} <> 'removal' or ${table.outcome} is distinct from 'carried_out'
        or coalesce(${table.verifiedBy} <> ${table.endedByAgent}, false)`,
    ),
  ],
);
