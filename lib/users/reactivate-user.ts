import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { findLatestEvent } from "#lib/audit/find-latest-event";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { takeSeat } from "#lib/seats/take-seat";
import { refuseTaken } from "#lib/users/find-holder";
import { getUser } from "#lib/users/get-user";
import { whyNotReactivate, whyNotReturnWith } from "#lib/users/rules";
import type { ReactivateUser } from "#lib/users/schema";

/** Makes a user active again in an open seat; no session and no link comes back (domain rules 3, 12). */
export function reactivateUser(actor: Member, input: ReactivateUser) {
  return adminChange(actor, input.requestId, "user.reactivated", async (tx, _account, admin) => {
    const user = await getUser(tx, actor.accountId, input.userId);
    const why = whyNotReactivate(actor, user);
    if (why) {
      const first = await findLatestEvent(tx, actor.accountId, user.id, "user.reactivated");
      throw new Refusal(why, { name: user.name, by: first?.by, at: first?.at.toISOString() });
    }
    const email = user.email ?? input.email;
    if (!email) throw new Refusal("email_needed", { name: user.name });
    const whyNotEmail = whyNotReturnWith(admin, user, email);
    if (whyNotEmail) throw new Refusal(whyNotEmail, { name: user.name });
    await refuseTaken(tx, actor.accountId, email, user.id);
    const seats = await takeSeat(tx, admin, input, user.name);
    await tx
      .update(users)
      .set({ status: "active", email })
      .where(and(eq(users.accountId, actor.accountId), eq(users.id, user.id)));
    return {
      user: { id: user.id, name: user.name },
      data: {
        seatsTotal: seats.total,
        seatsUsed: seats.used + 1,
        email,
        isNewEmail: user.email === null,
        reduction: seats.reduction,
      },
    };
  });
}
