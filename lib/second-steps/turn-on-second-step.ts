import { randomUUID } from "node:crypto";
import { isNull } from "drizzle-orm";
import { secondSteps } from "#db/schema/second-steps";
import type { Member } from "#lib/actor";
import { memberChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { appSecretBytes, findPeriod } from "#lib/second-steps/app-code";
import { endSecondStep } from "#lib/second-steps/end-second-step";
import { replaceRecoveryCodes } from "#lib/second-steps/recovery-codes";
import type { TurnOnSecondStep } from "#lib/second-steps/schema";
import { sealSecret } from "#lib/second-steps/sealed-secret";
import { readSetUpTicket } from "#lib/second-steps/set-up-ticket";
import { spendCode } from "#lib/second-steps/spend-code";
import { countOwnAttempt, forgetOwnAttempt } from "#lib/sessions/throttle";
import type { Tx } from "#lib/transaction";

/**
 * The first code shows that an app has the ticket's secret: from now on sign-ins ask for one. Where
 * another app counted so far, a code of that one, or a recovery code, hands over to this.
 */
export async function turnOnSecondStep(actor: Member, input: TurnOnSecondStep, ticket: string) {
  const { requestId, code, currentCode } = input;
  const whose = { accountId: actor.accountId, userId: actor.userId };
  if (currentCode) await countOwnAttempt("own code", actor.userId);
  const turnOn = async (tx: Tx) => {
    const appSecret = await readSetUpTicket(actor, ticket);
    if (!appSecret) throw new Refusal("set_up_too_late");
    const bytes = appSecretBytes(appSecret);
    const lastPeriod = findPeriod(bytes, code.code);
    if (lastPeriod === null) throw new Refusal("code_wrong");
    if (currentCode) {
      await spendCode(tx, whose, currentCode);
      await endSecondStep(tx, whose);
    }
    await insertSecondStep(tx, { ...whose, secret: sealSecret(bytes, whose), lastPeriod });
    const codesId = randomUUID();
    await replaceRecoveryCodes(tx, whose, codesId);
    const what = currentCode ? "another_app" : "on";
    await queueMail(tx, { userId: actor.userId }, "second_step_changed", { what });
    return {
      user: { id: actor.userId, name: actor.name },
      data: { codesId, isAnotherApp: currentCode !== undefined },
    };
  };
  const kind = "user.second_step_on";
  // The same form sent twice waits here for the first, and shows its codes.
  const event = await memberChange(actor, requestId, kind, turnOn, { alone: true });
  if (currentCode) await forgetOwnAttempt("own code", actor.userId);
  return event;
}

/** Into the user's one row, unless something is on there. */
async function insertSecondStep(
  tx: Tx,
  { accountId, userId, ...step }: typeof secondSteps.$inferInsert,
): Promise<void> {
  const confirmed = { ...step, confirmedAt: new Date() };
  const turnedOn = await tx
    .insert(secondSteps)
    .values({ accountId, userId, ...confirmed })
    .onConflictDoUpdate({
      target: [secondSteps.accountId, secondSteps.userId],
      set: confirmed,
      setWhere: isNull(secondSteps.confirmedAt),
    })
    .returning({ userId: secondSteps.userId });
  if (turnedOn.length === 0) throw new Refusal("second_step_on_already");
}
