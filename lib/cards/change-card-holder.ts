import type { Member } from "#lib/actor";
import { beginCardChange } from "#lib/cards/begin-card-change";
import { completeCardChange } from "#lib/cards/complete-card-change";
import { findCardChange } from "#lib/cards/find-card-change";
import type { ChangeCardHolder } from "#lib/cards/schema";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { confirmPassword } from "#lib/sessions/confirm-password";

/**
 * An Owner names another card holder, the own password asked again: it counts at once (domain rule
 * 10). What an admin had asked for ends.
 */
export async function changeCardHolder(actor: Member, input: ChangeCardHolder) {
  await confirmPassword(actor, input.password);
  const { accountId } = actor;
  return adminChange(actor, input.requestId, "card.changed", async (tx, _account, admin) => {
    if (!admin.isOwner) throw new Refusal("not_owner");
    const id = await beginCardChange(tx, actor, input, null);
    const change = await findCardChange(tx, accountId, { id });
    if (!change) throw new Error("The change was not inserted.");
    return { data: await completeCardChange(tx, accountId, change) };
  });
}
