import { and, eq } from "drizzle-orm";
import { emailChanges } from "#db/schema/email-changes";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { Refusal } from "#lib/refusal";
import type { AnswerEmailChange } from "#lib/sessions/schema";
import { transact } from "#lib/transaction";
import { completeEmailChange } from "#lib/users/complete-email-change";
import { emailChangeState } from "#lib/users/email-change-state";
import { lockEmailChange } from "#lib/users/find-email-change";

/**
 * The old address agrees to a new one, or says no, which ends the change (domain rule 9). The same
 * answer sent again is done already.
 */
export async function answerEmailChange(input: AnswerEmailChange): Promise<void> {
  const { accountId, token, answer } = input;
  const actor: System = { kind: "system", accountId };
  await transact(actor, async (tx) => {
    const change = await lockEmailChange(tx, accountId, { agreement: token });
    const isOver = !change || emailChangeState(change, new Date()) === "over";
    if (isOver || (change.doneAt && answer === "no")) throw new Refusal("email_change_over");
    if (change.doneAt || (change.agreedAt && answer === "yes")) return;
    const { id, userId, name, toEmail: newEmail } = change;
    const now = new Date();
    await tx
      .update(emailChanges)
      .set(answer === "yes" ? { agreedAt: now } : { endedAt: now, endedBy: userId })
      .where(and(eq(emailChanges.accountId, accountId), eq(emailChanges.id, id)));
    const kind = answer === "yes" ? "user.email_agreed" : "user.email_change_ended";
    const user = { id: userId, name };
    await record(tx, { accountId, userId, name }, { kind, data: { newEmail }, user });
    if (answer === "yes") await completeEmailChange(tx, accountId, { ...change, agreedAt: now });
  });
}
