import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { scheduledInactivations as schedules } from "#db/schema/scheduled-inactivations";
import { users } from "#db/schema/users";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";

const enders = alias(users, "enders");

/** Refuses a change of a schedule that is open no more, with who ended it and when. */
export async function refuseEnded(
  tx: Tx,
  accountId: string,
  user: { id: string; name: string },
  scheduleId: string,
): Promise<never> {
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
        eq(schedules.id, scheduleId),
      ),
    );
  if (!ended) throw new Refusal("not_found");
  throw new Refusal("schedule_ended", {
    name: user.name,
    by: ended.by ?? undefined,
    at: ended.at?.toISOString(),
  });
}
