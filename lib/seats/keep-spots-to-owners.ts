import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { findSpotsRule } from "#lib/seats/find-spots-rule";
import { whyNotKeepSpots } from "#lib/seats/rules";
import type { ChangeSpotsRule } from "#lib/seats/schema";

/** From here on only Account Owners change user spots; other admins see them and what they cost. */
export function keepSpotsToOwners(actor: Member, input: ChangeSpotsRule) {
  const kind = "account.spots_kept";
  return adminChange(actor, input.requestId, kind, async (tx, _account, admin) => {
    const { latest, ...rule } = await findSpotsRule(tx, actor.accountId);
    const why = whyNotKeepSpots(admin, rule);
    if (why) throw new Refusal(why, { by: latest?.by, at: latest?.at.toISOString() });
    await tx
      .update(accounts)
      .set({ ownersKeepSeats: true })
      .where(eq(accounts.id, actor.accountId));
    return { data: {} };
  });
}
