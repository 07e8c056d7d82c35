import type { Member } from "#lib/actor";
import { record } from "#lib/audit/record";
import { shareOut } from "#lib/books/share-out";
import { adminChange } from "#lib/change";
import { settle } from "#lib/seats/settle";
import { insertUser } from "#lib/users/insert-user";
import { makeInactive } from "#lib/users/make-inactive";
import type { HandOverToNewUser } from "#lib/users/schema";

/**
 * What an edit must not do, done right (domain rule 17): one person is made inactive, another one is
 * added to the seat that opens, and gets the contacts. All of it or nothing.
 */
export function handOverToNewUser(actor: Member, input: HandOverToNewUser) {
  const { requestId, userId, firstName, lastName, email, role, scheduleId, reduction, ...telling } =
    input;
  return adminChange(actor, requestId, "user.inactivated", async (tx, _account, admin) => {
    // What is due comes before the spot is open for a moment: a reduction would take it.
    const { total: seatsTotal, used: seatsUsed } = await settle(tx, actor.accountId);
    const account = { seatsTotal, seatsUsed };
    // The contacts wait for the new person, who has no seat before this one has left.
    const plan = { ...telling, contacts: "leave" as const, successorIds: [] };
    const left = await makeInactive(tx, actor, { userId, plan, account });
    // The leaver's own address goes to the new person: a shared mailbox, as rule 18 has it.
    const takesEmailFrom = input.takesEmailFrom ?? userId;
    const person = { firstName, lastName, email, role, takesEmailFrom, scheduleId, reduction };
    const added = await insertUser(tx, admin, person);
    await record(tx, actor, { kind: "user.added", ...added });
    const shared = await shareOut(tx, actor, userId, [added.user]);
    const successors = shared.shares.map((share) => ({ ...share, name: added.user.name }));
    return {
      ...left,
      data: {
        ...left.data,
        ...(shared.transferId && {
          contactsPlan: "one" as const,
          transferId: shared.transferId,
          successors,
        }),
        newUser: added.user,
        reduction: added.data.reduction,
      },
    };
  });
}
