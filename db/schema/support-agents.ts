import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

/** One of the vendor's own staff: no user of any account, and never deleted, as users are not. */
export const supportAgents = pgTable(
  "support_agents",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    firstName: text().notNull(),
    lastName: text().notNull(),
    name: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`btrim(${supportAgents.firstName} || ' ' || ${supportAgents.lastName})`,
      ),
    email: text().notNull(),
    role: text({ enum: ["agent", "technical", "lead"] }).notNull(),
    status: text({ enum: ["active", "inactive"] })
      .notNull()
      .default("active"),
    passwordHash: text(),
    /** Of the authenticator app, encrypted as a user's is; null until it has been set up. */
    secondStepSecret: text(),
    /** The period of the latest code that was used: it and earlier ones never count again. */
    secondStepLastPeriod: bigint({ mode: "number" }).notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid().references((): AnyPgColumn => supportAgents.id),
    inactivatedAt: timestamp({ withTimezone: true }),
    inactivatedBy: uuid().references((): AnyPgColumn => supportAgents.id),
    lastSignInAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("support_agents_email_is_unique").on(sql`lower(${table.email})`),
    check("support_agents_role_is_known", sql`${table.role} in ('agent', 'technical', 'lead')`),
    check("support_agents_status_is_known", sql`${table.status} in ('active', 'inactive')`),
    check(
      "support_agents_inactive_since_is_known",
      sql`(${table.status} = 'inactive') = (${table.inactivatedAt} is not null)`,
    ),
    check("support_agents_have_a_name", sql`btrim(${table.firstName} || ${table.lastName}) <> ''`),
    check(
      "support_agents_email_looks_like_one",
      sql`${table.email} ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(${table.email}) <= 320`,
    ),
  ],
);

/** One sign-in of an agent: a working day at most, and over after half an hour without use. */
export const supportSessions = pgTable(
  "support_sessions",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    agentId: uuid()
      .notNull()
      .references(() => supportAgents.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    endReason: text({ enum: ["signed_out", "agent_inactivated", "access_reset"] }),
    device: text().notNull().default(""),
    address: text().notNull().default(""),
  },
  (table) => [
    index("support_sessions_open").on(table.agentId).where(sql`${table.endedAt} is null`),
    check(
      "support_sessions_end_has_a_reason",
      sql`(${table.endedAt} is null) = (${table.endReason} is null)`,
    ),
  ],
);

/** With which an agent chooses a password, once; the newest counts, and a lead or a command makes it. */
export const supportLinks = pgTable(
  "support_links",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    agentId: uuid()
      .notNull()
      .references(() => supportAgents.id),
    tokenHash: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex("support_links_token_is_unique").on(table.tokenHash),
    index("support_links_of_agent").on(table.agentId),
  ],
);

/**
 * One row: how many active leads there are, kept by trigger (the last one stays, as a last Owner does),
 * and how long Owners have for an objection, which `db:migrate` writes and nobody else.
 */
export const supportTeam = pgTable(
  "support_team",
  {
    isTheOne: boolean().primaryKey().default(true),
    activeLeads: integer().notNull().default(0),
    ownerRequestHours: integer().notNull().default(24),
  },
  (table) => [
    check("support_team_is_one_row", sql`${table.isTheOne}`),
    check("support_team_leads_counted", sql`${table.activeLeads} >= 0`),
    check(
      "support_team_waits_two_weeks_at_most",
      sql`${table.ownerRequestHours} between 0 and 336`,
    ),
  ],
);
