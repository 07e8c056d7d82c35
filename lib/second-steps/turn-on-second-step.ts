import { randomUUID } from "node:crypto";
import { isNull } from "drizzle-orm";
import { secondSteps } from "#db/schema/second-steps";
import type { Member } from "#lib/actor";
import { memberChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { appSecretBytes, findPeriod } from "#lib/second-steps/app-code";
import { replaceRecoveryCodes } from "#lib/second-steps/recovery-codes";
import type { TurnOnSecondStep } from "#lib/second-steps/schema";
import { sealSecret } from "#lib/second-steps/sealed-secret";
import { readSetUpTicket } from "#lib/second-steps/set-up-ticket";

/** The first code shows that an app has the ticket's secret: from now on sign-ins ask for one. */
export function turnOnSecondStep(actor: Member, input: TurnOnSecondStep, ticket: string) {
  const { accountId, userId } = actor;
  return memberChange(actor, input.requestId, "user.second_step_on", async (tx) => {
    const appSecret = await readSetUpTicket(actor, ticket);
    if (!appSecret) throw new Refusal("set_up_too_late");
    const bytes = appSecretBytes(appSecret);
    const lastPeriod = findPeriod(bytes, input.code.code);
    if (lastPeriod === null) throw new Refusal("code_wrong");
    const confirmed = {
      secret: sealSecret(bytes, actor),
      confirmedAt: new Date(),
      lastPeriod,
    };
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
    const codesId = randomUUID();
    await replaceRecoveryCodes(tx, { accountId, userId }, codesId);
    return { user: { id: userId, name: actor.name }, data: { codesId } };
  });
}
