import { and, eq, isNull } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-changes";
import type { Member } from "#lib/actor";
import { freshId } from "#lib/fresh-id";
import { linkToken, tokenHash } from "#lib/links";
import { queueMail } from "#lib/mail/queue-mail";
import type { Tx } from "#lib/transaction";
import type { EditedUser } from "#lib/users/get-edited-user";
import { listOwners } from "#lib/users/list-owners";
import { needsAgreement } from "#lib/users/rules";

const DAYS = 7;

/**
 * A new e-mail that counts once its link is opened and, where it must be, the old address or an
 * Owner has agreed (domain rule 9). An earlier one that is under way ends; both addresses are told.
 */
export async function beginEmailChange(
  tx: Tx,
  actor: Member,
  user: EditedUser,
  toEmail: string,
): Promise<void> {
  const { accountId } = actor;
  await tx
    .update(emailChanges)
    .set({ endedAt: new Date(), endedBy: actor.userId })
    .where(
      and(
        eq(emailChanges.accountId, accountId),
        eq(emailChanges.userId, user.id),
        isNull(emailChanges.doneAt),
        isNull(emailChanges.endedAt),
      ),
    );
  const changeId = await freshId(tx);
  const agrees = needsAgreement(actor, user);
  await tx.insert(emailChanges).values({
    accountId,
    id: changeId,
    userId: user.id,
    fromEmail: user.email,
    toEmail,
    requestedBy: actor.userId,
    needsAgreement: agrees,
    tokenHash: tokenHash(linkToken("e-mail confirmation", changeId)),
    agreementHash: tokenHash(linkToken("e-mail agreement", changeId)),
    expiresAt: new Date(Date.now() + DAYS * 24 * 60 * 60 * 1000),
  });
  const by = actor.userId === user.id ? null : actor.name;
  await queueMail(tx, { userId: user.id, address: toEmail }, "confirm_email", { changeId, by });
  await queueMail(tx, { userId: user.id, address: user.email }, "email_change_begun", {
    changeId,
    newEmail: toEmail,
    by,
    agrees,
  });
  if (!agrees) return;
  for (const owner of await listOwners(tx, accountId)) {
    const asked = { userId: user.id, name: user.name, newEmail: toEmail, by: actor.name };
    await queueMail(tx, { userId: owner.id }, "email_agreement_asked", asked);
  }
}
