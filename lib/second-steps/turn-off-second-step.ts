import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import type { Member } from "#lib/actor";
import { adminChange, memberChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { endSecondStep } from "#lib/second-steps/end-second-step";
import { whyNotTurnOff } from "#lib/second-steps/rules";
import type { EnteredCode, TurnOffSecondStep } from "#lib/second-steps/schema";
import { spendCode } from "#lib/second-steps/spend-code";
import { confirmPassword } from "#lib/sessions/confirm-password";
import { countOwnAttempt, forgetOwnAttempt } from "#lib/sessions/throttle";
import type { Tx } from "#lib/transaction";

/** With the password and a code: from now on the password alone signs this person in. */
export async function turnOffSecondStep(actor: Member, input: TurnOffSecondStep) {
  const { requestId, password, code } = input;
  await confirmPassword(actor, password);
  await countOwnAttempt("own code", actor.userId);
  const turnOff = async (tx: Tx) => turnOffWithCode(tx, actor, code);
  // An admin's waits for an Owner who requires it of all admins at this moment, and stops for that.
  const event =
    actor.role === "admin"
      ? await adminChange(actor, requestId, "user.second_step_off", turnOff)
      : await memberChange(actor, requestId, "user.second_step_off", turnOff, { alone: true });
  await forgetOwnAttempt("own code", actor.userId);
  return event;
}

async function turnOffWithCode(tx: Tx, actor: Member, code: EnteredCode) {
  const { accountId, userId } = actor;
  const [account] = await tx
    .select({ adminsNeedSecondStep: accounts.adminsNeedSecondStep })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account) throw new Refusal("not_found");
  const why = whyNotTurnOff(actor, account);
  if (why) throw new Refusal(why);
  await spendCode(tx, { accountId, userId }, code);
  await endSecondStep(tx, { accountId, userId });
  await queueMail(tx, { userId }, "second_step_changed", { what: "off" });
  return { user: { id: userId, name: actor.name }, data: { code: code.kind } };
}
