import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { Refusal } from "#lib/refusal";
import { type AfterPassword, afterPassword } from "#lib/sessions/after-password";
import { isPassword, passwordProof } from "#lib/sessions/password";
import { refuseSlowly } from "#lib/sessions/refuse-slowly";
import type { SignIn } from "#lib/sessions/schema";
import type { Proven, Visitor } from "#lib/sessions/start-session";
import { countAttempt, forgetAttempt } from "#lib/sessions/throttle";
import { makeTicket } from "#lib/sessions/ticket";

export type Choice = { accountId: string; accountName: string };

/** What comes after the right password. */
export type SignedIn =
  | (AfterPassword & { choices?: undefined; ticket?: undefined })
  | { choices: Choice[]; ticket: string; session?: undefined; codeTicket?: undefined };

type Candidate = {
  account_id: string;
  account_name: string;
  user_id: string;
  status: "active" | "inactive";
  password_hash: string | null;
  inactivated_at: Date | null;
};

/** How long a person has for choosing between accounts. */
const CHOICE_SECONDS = 300;

/**
 * Verifies e-mail and password and starts a session. Where they fit several accounts, answers the
 * choice and a signed ticket for it instead, and where the user has a second step, the ticket for
 * its code. An inactive user is told so only with the right password.
 */
export function signIn(input: Omit<SignIn, "next">, visitor: Visitor): Promise<SignedIn> {
  return refuseSlowly(() => verifyAndStart(input, visitor));
}

async function verifyAndStart(
  { email, password }: Omit<SignIn, "next">,
  visitor: Visitor,
): Promise<SignedIn> {
  await countAttempt(email, visitor.address);
  const candidates = await findCandidates(email);
  const matching = await matchPassword(candidates, password);
  const active = matching.filter(({ status }) => status === "active");
  const [only] = active;
  if (!only) {
    const [inactive] = matching;
    if (inactive) throw inactiveRefusal(inactive);
    throw new Refusal("credentials_wrong");
  }
  await forgetAttempt(email, visitor.address);
  if (active.length === 1) return afterPassword(provenBy(only), visitor);
  const content = { choices: active.map(provenBy) };
  const choices: Choice[] = active
    .map(({ account_id, account_name }) => ({ accountId: account_id, accountName: account_name }))
    .sort((one, other) => one.accountName.localeCompare(other.accountName));
  const ticket = await makeTicket("account choice", content, CHOICE_SECONDS);
  return { choices, ticket };
}

async function findCandidates(email: string): Promise<Candidate[]> {
  return database().execute<Candidate>(sql`select * from sign_in_candidates(${email})`);
}

// At least one verification, so that an unknown e-mail costs what a known one costs.
async function matchPassword(candidates: Candidate[], password: string): Promise<Candidate[]> {
  if (candidates.length === 0) await isPassword(password, null);
  const matching: Candidate[] = [];
  // One after the other: each takes 19 MiB, and an address may be in many accounts.
  for (const candidate of candidates) {
    if (await isPassword(password, candidate.password_hash)) matching.push(candidate);
  }
  return matching;
}

function provenBy({ account_id, user_id, password_hash }: Candidate): Proven {
  return { accountId: account_id, userId: user_id, proof: passwordProof(password_hash) };
}

function inactiveRefusal(candidate: Candidate): Refusal {
  return new Refusal("user_inactive", { name: candidate.account_name });
}
