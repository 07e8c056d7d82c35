import { and, asc, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { RefusalCode } from "#lib/refusal";
import { whyNotChangeSeats } from "#lib/seats/rules";
import type { Tx } from "#lib/transaction";

export type WhyNotChange = { code: RefusalCode; owners: string[] };

/** Why this person cannot change the user spots, and who can; null where nothing is in the way. */
export async function findWhyNotChange(
  tx: Tx,
  actor: Member,
  account: { ownersKeepSeats: boolean },
): Promise<WhyNotChange | null> {
  const code = whyNotChangeSeats(actor, account);
  if (!code) return null;
  const owners = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.accountId, actor.accountId), eq(users.isOwner, true)))
    .orderBy(asc(users.nameKey), asc(users.id));
  return { code, owners: owners.map(({ name }) => name) };
}
