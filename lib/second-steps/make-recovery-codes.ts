import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { secondSteps } from "#db/schema/second-steps";
import type { Member } from "#lib/actor";
import { memberChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { replaceRecoveryCodes } from "#lib/second-steps/recovery-codes";
import type { MakeRecoveryCodes } from "#lib/second-steps/schema";
import { confirmPassword } from "#lib/sessions/confirm-password";

/** Ten new recovery codes with the password; the ones before stop counting. */
export async function makeRecoveryCodes(actor: Member, input: MakeRecoveryCodes) {
  const { accountId, userId } = actor;
  await confirmPassword(actor, input.password);
  return memberChange(actor, input.requestId, "user.recovery_codes_made", async (tx) => {
    // Held, so that codes made twice at once are one set, and none outlasts turning it off.
    const [step] = await tx
      .select({ userId: secondSteps.userId })
      .from(secondSteps)
      .where(
        and(
          eq(secondSteps.accountId, accountId),
          eq(secondSteps.userId, userId),
          isNotNull(secondSteps.confirmedAt),
        ),
      )
      .for("no key update");
    if (!step) throw new Refusal("second_step_off_already");
    const codesId = randomUUID();
    await replaceRecoveryCodes(tx, { accountId, userId }, codesId);
    await queueMail(tx, { userId }, "second_step_changed", { what: "recovery_codes_made" });
    return { user: { id: userId, name: actor.name }, data: { codesId } };
  });
}
