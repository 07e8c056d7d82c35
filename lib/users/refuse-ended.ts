import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { scheduledInactivations as schedules } from "#db/schema/scheduled-inactivations";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const enders = alias(users, "enders");

/** Refuses where one of these schedules was the user's and is open no more, with who ended it and when. */
export async function refuseEnded(
  tx: Tx,
  accountId: string,
  user: { id: string; name: string },
  scheduleIds: string[],
): Promise<void> {
  const [ended] = await tx
    .select({ at: schedules.endedAt, by: enders.name })
    .from(schedules)
    .leftJoin(
      enders,
      and(eq(enders.accountId, schedules.accountId), eq(enders.id, schedules.endedBy)),
    )
    .where(
      and(
        eq(schedules.accountId, accountId),
        eq(schedules.userId, user.id),
        inArray(schedules.id, scheduleIds),
        isNotNull(schedules.endedAt),
      ),
    );
  if (!ended) return;
  throw new Refusal("schedule_ended", {
    name: user.name,
    by: ended.by ?? undefined,
    at: ended.at?.toISOString(),
  });
}
