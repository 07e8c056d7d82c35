import { and, eq, isNotNull } from "drizzle-orm";
import { secondSteps } from "#db/schema/second-steps";
import { endRecoveryCodes } from "#lib/second-steps/recovery-codes";
import type { Tx } from "#lib/transaction";

/** Forgets the app's secret and ends the recovery codes. */
export async function endSecondStep(
  tx: Tx,
  whose: { accountId: string; userId: string },
): Promise<void> {
  await tx
    .update(secondSteps)
    .set({ secret: "", confirmedAt: null })
    .where(
      and(
        eq(secondSteps.accountId, whose.accountId),
        eq(secondSteps.userId, whose.userId),
        isNotNull(secondSteps.confirmedAt),
      ),
    );
  await endRecoveryCodes(tx, whose);
}
