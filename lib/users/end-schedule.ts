import { and, eq, sql } from "drizzle-orm";
import { scheduledInactivations } from "#db/schema/scheduled-inactivations";
import type { Tx } from "#lib/transaction";

type End = { outcome: "done" | "cancelled" | "refused"; endedBy?: string; refusal?: string };

/** Ends an open schedule with what it came to. Making its user inactive by hand ends it by a trigger. */
export async function endSchedule(
  tx: Tx,
  accountId: string,
  scheduleId: string,
  end: End,
): Promise<void> {
  await tx
    .update(scheduledInactivations)
    .set({ ...end, endedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(scheduledInactivations.accountId, accountId),
        eq(scheduledInactivations.id, scheduleId),
      ),
    );
}
