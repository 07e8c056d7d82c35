import { randomUUID } from "node:crypto";
import type { Agent, CaseAgent } from "#lib/actor";
import { askCardHolder } from "#lib/support/ask-card-holder";
import { carryOutCase } from "#lib/support/carry-out-case";
import { noteCallback } from "#lib/support/note-callback";
import { verifyCase } from "#lib/support/verify-case";
import { owner as sql } from "#tests/support/attempt";
import type { Person } from "#tests/support/cast";
import { agent, hasSignedIn, lookInto, ownerRequest } from "#tests/support/support-cast";

type Account = { accountId: string };
type Request = { id: string; number: number };

/** What the card holder of tests says. */
export const stated = {
  holderName: "Paul Payer",
  last4: "4242",
  callbackNumber: "+49 30 1234567",
};

/** What every form of a case sends; fresh, so that it is done. */
export const form = () => ({ requestId: randomUUID(), caseNumber: "1001" });

/** This agent in a case, as the page's address lets them in. */
export async function inCase(who: Agent, account: Account, request: Request): Promise<CaseAgent> {
  return { ...(await lookInto(who, account)), requestId: request.id };
}

/** An admin's case about the last Owner with one of each role of support in it; the waiting is over. */
export async function adminsCase(cast: { owner: Person; admin: Person; admin2: Person }) {
  await hasSignedIn(cast.admin2);
  const more = { successor: cast.admin2, waitsHours: -1 };
  const request = await ownerRequest(cast.owner, cast.admin, more);
  const [rita, tom, lea] = await Promise.all([
    agent("agent", "Rita Reed"),
    agent("technical", "Tom Tanaka"),
    agent("lead", "Lea Lund"),
  ]);
  const account = { accountId: cast.owner.accountId };
  return {
    request,
    rita: await inCase(rita, account, request),
    tom: await inCase(tom, account, request),
    lea: await inCase(lea, account, request),
  };
}

export const verify = (who: CaseAgent, reason = "Called the admin back.") =>
  verifyCase(who, { ...form(), reason });

export const carryOut = (who: CaseAgent) => carryOutCase(who, form());

/** The card holder was asked, has confirmed by link, and was called back. */
export async function cardHolderAsks(who: CaseAgent): Promise<void> {
  await askCardHolder(who, { ...form(), ...stated });
  await confirm(who);
  await noteCallback(who, { ...form(), callbackNumber: stated.callbackNumber });
}

/** As the link that was sent to where bills go leaves it. */
export async function confirm({ accountId, requestId }: CaseAgent): Promise<void> {
  await sql`
    update owner_requests set confirmed_at = now()
    where account_id = ${accountId} and id = ${requestId}`;
}

/** As an Owner's link to object leaves it. */
export async function object(person: Person, words = "I did not ask for this."): Promise<void> {
  await sql`
    update owner_request_letters l set answer = 'objected', words = ${words}
    from owner_requests r
    where l.account_id = ${person.accountId} and l.user_id = ${person.id}
      and r.account_id = l.account_id and r.id = l.request_id and r.begun_at = l.told_at`;
}

/** The case as its row is now. */
export async function rowOf({ requestId }: Pick<CaseAgent, "requestId">) {
  const [row] = await sql<Record<string, unknown>[]>`
    select r.*, owner_request_state(r) as state, owner_request_obstacle(r) as obstacle
    from owner_requests r where id = ${requestId}`;
  return row ?? {};
}

export async function ownersOf(accountId: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from users where account_id = ${accountId} and is_owner order by name`;
  return rows.map(({ name }) => name);
}

/** Changes the case's row from outside, such as its times. */
export async function setCase(
  { requestId }: Pick<CaseAgent, "requestId">,
  change: Record<string, string | Date | null>,
): Promise<void> {
  await sql`update owner_requests set ${sql(change)} where id = ${requestId}`;
}

/** The kinds and sentences-to-be in both logs, but for the looks. */
export async function logsOf(accountId: string) {
  const inAccount = await sql<{ kind: string; by: string; about: string; data: object }[]>`
    select kind, actor_name as by, user_name as about, data from audit_events
    where account_id = ${accountId} and kind <> 'support.looked' order by id`;
  const inConsole = await sql<{ kind: string; by: string; data: object }[]>`
    select kind, agent_name as by, request_number as number, data from support_events
    where account_id = ${accountId} and kind <> 'account.looked' order by id`;
  return { inAccount, inConsole };
}
