import type { Member } from "#lib/actor";
import { findLatestEvent } from "#lib/audit/find-latest-event";
import { adminChange, lockUser } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { endSecondStep } from "#lib/second-steps/end-second-step";
import { endOpenSessions } from "#lib/sessions/end-open-sessions";
import { supportEmail } from "#lib/support-email";
import type { Tx } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";
import { whyNotResetSecondStep } from "#lib/users/rules";
import type { ResetSecondStep } from "#lib/users/schema";

/**
 * For somebody who lost the app and the recovery codes: the next sign-in asks for the password
 * alone. Open sign-ins end, as what had the app may be lost together with what was signed in.
 */
export function resetSecondStep(actor: Member, input: ResetSecondStep) {
  const { accountId } = actor;
  return adminChange(
    actor,
    input.requestId,
    "user.second_step_reset",
    async (tx, _account, admin) => {
      // Before the code's row, as a sign-in does: none of theirs gets in between.
      await lockUser(tx, accountId, input.userId);
      const user = await getUser(tx, accountId, input.userId);
      const why = whyNotResetSecondStep(admin, user);
      if (why) throw await refusal(tx, accountId, user, why);
      const whose = { accountId, userId: user.id };
      const ending = { reason: "second_step_reset", byUserId: actor.userId } as const;
      const sessionsEnded = await endOpenSessions(tx, whose, ending);
      await endSecondStep(tx, whose);
      await queueMail(tx, { userId: user.id }, "second_step_reset", { by: actor.name });
      return {
        user: { id: user.id, name: user.name },
        data: { reason: input.reason, sessionsEnded },
      };
    },
  );
}

type Why = NonNullable<ReturnType<typeof whyNotResetSecondStep>>;
type User = Awaited<ReturnType<typeof getUser>>;

async function refusal(tx: Tx, accountId: string, user: User, why: Why): Promise<Refusal> {
  const first =
    why === "second_step_missing" &&
    (await findLatestEvent(tx, accountId, user.id, "user.second_step_reset"));
  const { by, at } = first || { by: user.inactivatedByName, at: user.inactivatedAt };
  return new Refusal(why, {
    name: user.name,
    by: by ?? undefined,
    at: at?.toISOString(),
    supportEmail: supportEmail(),
  });
}
