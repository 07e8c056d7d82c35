import { and, eq } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-changes";
import { users } from "#db/schema/users";
import { record } from "#lib/audit/record";
import { queueMail } from "#lib/mail/queue-mail";
import type { Tx } from "#lib/transaction";
import type { EmailChange } from "#lib/users/find-email-change";
import { refuseTaken } from "#lib/users/find-holder";
import { endPasswordLinks } from "#lib/users/password-link";

/**
 * The new address counts from here on, if it is confirmed and, where it must be, agreed to. Links
 * that went to the old address end, and it is told. Answers whether it was carried out.
 */
export async function completeEmailChange(
  tx: Tx,
  accountId: string,
  change: EmailChange,
): Promise<boolean> {
  if (!change.confirmedAt || (change.needsAgreement && !change.agreedAt)) return false;
  const { id, userId, name, fromEmail, toEmail } = change;
  await refuseTaken(tx, accountId, toEmail, userId);
  await tx
    .update(users)
    .set({ email: toEmail })
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  await tx
    .update(emailChanges)
    .set({ doneAt: new Date() })
    .where(and(eq(emailChanges.accountId, accountId), eq(emailChanges.id, id)));
  await endPasswordLinks(tx, accountId, userId);
  const user = { id: userId, name };
  await record(
    tx,
    { accountId, userId, name },
    { kind: "user.email_changed", data: { from: fromEmail, to: toEmail }, user },
  );
  await queueMail(tx, { userId, address: fromEmail }, "email_changed", { newEmail: toEmail });
  return true;
}
