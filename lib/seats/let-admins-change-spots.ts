import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import type { Member } from "#lib/actor";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { findSpotsRule } from "#lib/seats/find-spots-rule";
import { whyNotLetAdmins } from "#lib/seats/rules";
import type { ChangeSpotsRule } from "#lib/seats/schema";

/** Every admin changes user spots again. */
export function letAdminsChangeSpots(actor: Member, input: ChangeSpotsRule) {
  const kind = "account.spots_open";
  return adminChange(actor, input.requestId, kind, async (tx, _account, admin) => {
    const { latest, ...rule } = await findSpotsRule(tx, actor.accountId);
    const why = whyNotLetAdmins(admin, rule);
    if (why) throw new Refusal(why, { by: latest?.by, at: latest?.at.toISOString() });
    await tx
      .update(accounts)
      .set({ ownersKeepSeats: false })
      .where(eq(accounts.id, actor.accountId));
    return { data: {} };
  });
}
