import type { Member } from "#lib/actor";
import type { RefusalCode } from "#lib/refusal";
import { listOwnerNames } from "#lib/seats/list-owner-names";
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
  return { code, owners: await listOwnerNames(tx, actor.accountId) };
}
