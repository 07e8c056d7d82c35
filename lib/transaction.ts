import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { agentDatabase, database } from "#db/client";
import type { Actor } from "#lib/actor";
import { Refusal, type RefusalCode } from "#lib/refusal";

export type Tx = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

const LOCK_TIMEOUT = "55P03";

/**
 * Runs `work` in one read-write transaction that sees the actor's account alone; an agent's sees the
 * account of the stated look, and what belongs to the console. A serialization
 * failure or deadlock is tried again; a violated rule of the database becomes its Refusal.
 */
export async function transact<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await poolOf(actor).transaction((tx) => asActor(tx, actor, work));
    } catch (error) {
      const cause = postgresError(error);
      if (cause?.code === LOCK_TIMEOUT) throw new Refusal("conflict");
      const code = cause?.constraint_name && refusals[cause.constraint_name];
      if (cause && isCollision(cause)) {
        if (attempt < 4) continue;
        throw new Refusal(code || "conflict");
      }
      if (code) throw new Refusal(code);
      throw error;
    }
  }
}

/** The same of what belongs to no account, for somebody who is in none yet: attempts that are counted. */
export function outsideAccounts<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact({ kind: "visitor" }, work);
}

/** Runs `work` in one read-only transaction: a single snapshot, of the actor's account alone. */
export async function read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return poolOf(actor).transaction((tx) => asActor(tx, actor, work), {
    accessMode: "read only",
    isolationLevel: "repeatable read",
  });
}

/** Constraints that people can meet in a race; any other violation is a surprise and stays an error. */
const refusals: Record<string, RefusalCode> = {
  accounts_seats_fit: "no_open_seat",
  accounts_have_an_active_owner: "last_owner",
  users_owner_is_active: "user_is_owner",
  users_owner_status_is_lifted_by_support: "owner_status_is_kept",
  users_email_is_unique: "email_in_use",
  books_assignee_is_active: "successor_not_active",
  contacts_assignee_is_active: "successor_not_active",
  books_assignee_same_account: "successor_not_active",
  contacts_have_a_name: "contact_needs_a_name",
  contacts_are_restored_within_30_days: "restore_too_late",
  transfers_undone_once: "already_undone",
  sessions_user_is_active: "access_ended",
  users_default_successor_same_account: "successor_not_active",
  email_changes_owner_changes_own: "email_of_owner",
  email_changes_one_open_per_user: "conflict",
  email_changes_stay: "email_change_over",
  users_email_is_confirmed: "email_change_over",
  seat_changes_begin_at_the_total: "spots_changed",
  seat_changes_keep_the_minimum: "below_minimum",
  seat_schedules_stay_ended: "reduction_ended",
  card_changes_stay: "card_change_over",
  card_changes_are_confirmed: "card_change_over",
  owner_requests_one_open_per_user: "case_open_already",
  owner_requests_one_open_rescue: "rescue_proposed_already",
  owner_requests_user_is_owner: "case_not_owner",
  owner_requests_asked_by_an_admin: "case_requester_gone",
  owner_requests_withdrawn_by_who_asked: "case_of_another",
  owner_requests_taken_over_by_others: "case_about_you",
  owner_requests_card_matches: "case_card_differs",
  owner_requests_nobody_left: "case_somebody_there",
  owner_requests_four_eyes: "case_four_eyes",
  owner_requests_rescue_by_two: "case_two_leads",
  owner_requests_step_of_its_agent: "not_your_role",
  owner_requests_are_verified: "case_not_verified",
  owner_requests_wait: "case_waits",
  owner_requests_wait_for_a_lead: "case_objected",
  owner_requests_have_no_obstacle: "case_changed",
  owner_requests_stay: "case_changed",
  owner_requests_stay_ended: "case_ended",
  owner_requests_expire: "case_ended",
  owner_requests_confirmed_once: "confirmation_over",
  owner_request_letters_answered_in_time: "letter_over",
  support_agents_email_is_unique: "agent_email_in_use",
  support_has_an_active_lead: "last_lead",
  support_sessions_agent_is_active: "credentials_wrong",
  support_looks_have_a_reason: "look_needs_reason",
  support_looks_need_a_session: "not_signed_in",
};

// The console's role is let in by the look that is stated, never by an account that is set.
function poolOf({ kind }: Actor) {
  return kind === "agent" || kind === "console" ? agentDatabase() : database();
}

// Not awaited before the work: the setting travels in the same flight as the first query.
async function asActor<T>(tx: Tx, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const isOfConsole = actor.kind === "agent" || actor.kind === "console";
  const name = isOfConsole ? "app.look_id" : "app.account_id";
  const stated = "accountId" in actor ? actor.accountId : "";
  const value = isOfConsole ? ("lookId" in actor ? actor.lookId : "") : stated;
  const setting = tx.execute(sql`select set_config(${name}, ${value}, true)`).execute();
  const [result] = await Promise.all([work(tx), setting]);
  return result;
}

/** Also what somebody else was first with: tried again, the second finds the first one's result. */
function isCollision({ code, constraint_name = "" }: DatabaseError): boolean {
  return code === "40001" || code === "40P01" || onlyOnce.includes(constraint_name);
}

const onlyOnce = [
  "audit_events_request_once",
  "scheduled_inactivations_one_open_per_user",
  "seat_schedules_one_open",
  "seat_changes_are_numbered",
  "invoices_are_numbered",
  "support_events_form_once",
  "owner_request_notes_form_once",
  "owner_requests_one_open_per_user",
];

type DatabaseError = { code?: string; constraint_name?: string };

/** Drizzle wraps what postgres.js throws; the constraint's name is on the cause. */
function postgresError(error: unknown): DatabaseError | null {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if (inner instanceof postgres.PostgresError) return inner;
  }
  return null;
}
