import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { database } from "#db/client";
import { secret } from "#lib/auth";
import { Refusal } from "#lib/refusal";
import { isPassword, passwordProof } from "#lib/sessions/password";
import type { SignIn } from "#lib/sessions/schema";
import { type Proven, startSession, type Visitor } from "#lib/sessions/start-session";
import { countAttempt, forgetAttempt } from "#lib/sessions/throttle";
import { transact } from "#lib/transaction";

export type Choice = { accountId: string; accountName: string };

type Candidate = {
  account_id: string;
  account_name: string;
  user_id: string;
  status: "active" | "inactive";
  password_hash: string | null;
  inactivated_at: Date | null;
};

/** Every refused attempt takes this long, so that the time says nothing (domain rule 4). */
const REFUSAL_MILLISECONDS = 700;
/** How long a person has for choosing between accounts. */
const CHOICE_SECONDS = 300;

/**
 * Verifies e-mail and password and starts a session. Where they fit several accounts, answers the
 * choice and a signed ticket for it instead. An inactive user is told so only with the right password.
 */
export async function signIn(input: Omit<SignIn, "next">, visitor: Visitor) {
  const refusedNotBefore = sleep(REFUSAL_MILLISECONDS);
  try {
    return await verifyAndStart(input, visitor);
  } catch (error) {
    await refusedNotBefore;
    throw error;
  }
}

async function verifyAndStart({ email, password }: Omit<SignIn, "next">, visitor: Visitor) {
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
  if (active.length === 1) {
    const proven = provenBy(only);
    const session = await transact({ kind: "system", accountId: proven.accountId }, (tx) =>
      startSession(tx, proven, visitor),
    );
    return { session };
  }
  const ticket = await encode({
    token: { choices: active.map(provenBy) },
    secret: secret(),
    salt: "account choice",
    maxAge: CHOICE_SECONDS,
  });
  const choices: Choice[] = active
    .map(({ account_id, account_name }) => ({ accountId: account_id, accountName: account_name }))
    .sort((one, other) => one.accountName.localeCompare(other.accountName));
  return { choices, ticket };
}

async function findCandidates(email: string): Promise<Candidate[]> {
  return database().execute<Candidate>(sql`select * from sign_in_candidates(${email})`);
}

// At least one verification, so that an unknown e-mail costs what a known one costs.
async function matchPassword(candidates: Candidate[], password: string): Promise<Candidate[]> {
  if (candidates.length === 0) await isPassword(password, null);
  const fits = await Promise.all(
    candidates.map((candidate) => isPassword(password, candidate.password_hash)),
  );
  return candidates.filter((_, index) => fits[index]);
}

function provenBy({ account_id, user_id, password_hash }: Candidate): Proven {
  return { accountId: account_id, userId: user_id, proof: passwordProof(password_hash) };
}

function inactiveRefusal(candidate: Candidate): Refusal {
  return new Refusal("user_inactive", { name: candidate.account_name });
}
