import { and, eq, ne } from "drizzle-orm";
import { plannedTransfers } from "#db/schema/planned-transfers";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";

/** A transfer that a job has not carried out yet: any for admins, for others what they asked for. */
export async function findPlannedTransfer(actor: Member, transferId: string) {
  const [planned] = await read(actor, (tx) =>
    tx
      .select({ fromName: users.name })
      .from(plannedTransfers)
      .leftJoin(
        users,
        and(
          eq(users.accountId, plannedTransfers.accountId),
          eq(users.id, plannedTransfers.fromUserId),
        ),
      )
      .where(
        and(
          eq(plannedTransfers.accountId, actor.accountId),
          eq(plannedTransfers.id, transferId),
          ne(plannedTransfers.state, "done"),
          actor.role === "admin" ? undefined : eq(plannedTransfers.byUserId, actor.userId),
        ),
      ),
  );
  return planned ?? null;
}
