import { and, eq, type SQL } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-changes";
import { users } from "#db/schema/users";
import type { System } from "#lib/actor";
import { lockUser } from "#lib/change";
import { tokenHash } from "#lib/links";
import { read, type Tx } from "#lib/transaction";
import { type EmailChangeState, emailChangeState } from "#lib/users/email-change-state";

/** By which of its two links, or its id, a change of address is looked for. */
export type EmailChangeKey = { confirmation: string } | { agreement: string } | { id: string };

/** The change of address that a mailed link stands for, with how far it has come; null if none. */
export async function findLinkedEmailChange(
  actor: System,
  key: EmailChangeKey,
): Promise<(EmailChange & { state: EmailChangeState }) | null> {
  const change = await read(actor, (tx) => findEmailChange(tx, actor.accountId, key));
  return change && { ...change, state: emailChangeState(change, new Date()) };
}

export type EmailChange = NonNullable<Awaited<ReturnType<typeof findEmailChange>>>;

/** Also one that is over. */
async function findEmailChange(tx: Tx, accountId: string, key: EmailChangeKey) {
  const [change] = await tx
    .select({
      id: emailChanges.id,
      userId: users.id,
      name: users.name,
      fromEmail: emailChanges.fromEmail,
      toEmail: emailChanges.toEmail,
      expiresAt: emailChanges.expiresAt,
      confirmedAt: emailChanges.confirmedAt,
      needsAgreement: emailChanges.needsAgreement,
      agreedAt: emailChanges.agreedAt,
      doneAt: emailChanges.doneAt,
      endedAt: emailChanges.endedAt,
    })
    .from(emailChanges)
    .innerJoin(
      users,
      and(eq(users.accountId, emailChanges.accountId), eq(users.id, emailChanges.userId)),
    )
    .where(and(eq(emailChanges.accountId, accountId), matches(key)));
  return change ?? null;
}

/** The same with its user locked: whoever ends or answers it comes before or after us. */
export async function lockEmailChange(
  tx: Tx,
  accountId: string,
  key: EmailChangeKey,
): Promise<EmailChange | null> {
  const found = await findEmailChange(tx, accountId, key);
  if (!found) return null;
  await lockUser(tx, accountId, found.userId);
  return findEmailChange(tx, accountId, { id: found.id });
}

function matches(key: EmailChangeKey): SQL {
  if ("confirmation" in key) return eq(emailChanges.tokenHash, tokenHash(key.confirmation));
  if ("agreement" in key) return eq(emailChanges.agreementHash, tokenHash(key.agreement));
  return eq(emailChanges.id, key.id);
}
