import { and, asc, eq, ne } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { findEvent } from "#lib/audit/find-event";
import { read, type Tx } from "#lib/transaction";
import { getEditedUser, seenAs } from "#lib/users/get-edited-user";
import { whyNotChangeEmail, whyNotChangeRole, whyNotEdit, whyNotMakeOwner } from "#lib/users/rules";

/** More than these in one list are found faster by a search. */
const COLLEAGUES = 200;

/** What "Edit NAME" shows and may change, and why the rest stays as it is. */
export function getEditPage(actor: Member, userId: string, doneId?: string) {
  return read(actor, async (tx) => {
    const [user, colleagues, done] = await Promise.all([
      getEditedUser(tx, actor.accountId, userId),
      listColleagues(tx, actor.accountId, userId),
      doneId ? findEvent(tx, actor.accountId, userId, doneId) : null,
    ]);
    const { change } = user;
    return {
      user,
      done,
      seen: seenAs(user),
      colleagues: withPresent(colleagues, user.defaultSuccessor),
      change: change && {
        ...change,
        requestedByName: user.changeRequestedBy,
      },
      whyNot: {
        edit: whyNotEdit(actor, user),
        role: whyNotChangeRole(actor, user),
        email: whyNotChangeEmail(actor, user),
        owner: whyNotMakeOwner(actor, user),
      },
    };
  });
}

type Colleague = { id: string; name: string; email: string | null };

function listColleagues(tx: Tx, accountId: string, userId: string): Promise<Colleague[]> {
  return tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.status, "active"), ne(users.id, userId)))
    .orderBy(asc(users.nameKey), asc(users.id))
    .limit(COLLEAGUES);
}

/** The present choice stays in the list, also an inactive one, so that saving does not lose it. */
function withPresent(
  colleagues: Colleague[],
  present: (Colleague & { status: string }) | null,
): (Colleague & { isInactive?: boolean })[] {
  if (!present || colleagues.some(({ id }) => id === present.id)) return colleagues;
  const { id, name, email, status } = present;
  return [{ id, name, email, isInactive: status === "inactive" }, ...colleagues];
}
