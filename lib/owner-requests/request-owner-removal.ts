import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { ownerRequests } from "#db/schema/owner-requests";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { adminChange, findResult } from "#lib/change";
import { queueTelling } from "#lib/owner-requests/queue-telling";
import { whyNotRequestRemoval } from "#lib/owner-requests/rules";
import type { RequestOwnerRemoval } from "#lib/owner-requests/schema";
import { Refusal } from "#lib/refusal";
import { countOwnAttempt } from "#lib/sessions/throttle";
import { supportEmail } from "#lib/support-email";
import type { Tx } from "#lib/transaction";

/**
 * An active admin asks support to lift an Owner's status (domain rules 9 to 11): a case, which every
 * Owner is told of. Nothing changes for anybody before two people of support have done their part.
 */
export async function requestOwnerRemoval(actor: Member, input: RequestOwnerRemoval) {
  const { requestId, reason } = input;
  const first = await findResult(actor, requestId, "owner_request.opened");
  if (first) return first;
  await countCase(actor);
  return adminChange(actor, requestId, "owner_request.opened", async (tx) => {
    const { user, successor } = await getFitting(tx, actor, input);
    const [request] = await tx
      .insert(ownerRequests)
      .values({
        accountId: actor.accountId,
        kind: "removal",
        userId: user.id,
        successorId: successor?.id,
        capacity: "admin",
        requestedBy: actor.userId,
        requestedByName: actor.name,
        reason,
      })
      .returning({ id: ownerRequests.id, number: ownerRequests.number });
    if (!request) throw new Error("The case was not inserted.");
    await queueTelling(tx, actor, { requestId: request.id, news: "begun" });
    return {
      user: { id: user.id, name: user.name },
      data: {
        caseNumber: request.number,
        capacity: "admin" as const,
        byName: actor.name,
        reason,
        ...(successor && { successor: successor.name }),
      },
    };
  });
}

// Each one mails every Owner. Said in words of its own: nobody has tried a password.
async function countCase({ userId }: Member): Promise<void> {
  try {
    await countOwnAttempt("owner request", userId);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal("too_many_cases", error.facts);
    throw error;
  }
}

async function getFitting(tx: Tx, { accountId, userId }: Member, input: RequestOwnerRemoval) {
  const [account] = await tx
    .select({ owners: accounts.activeOwners, cardHolderId: accounts.cardHolderUserId })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const user = await getPerson(tx, accountId, input.userId);
  const successor = input.successorId ? await getPerson(tx, accountId, input.successorId) : null;
  const isCardHolder = account?.cardHolderId === user.id;
  const concerned = { isOwner: user.isOwner, isCardHolder, isAsker: user.id === userId };
  const why = whyNotRequestRemoval(concerned, account?.owners === 1, successor);
  const facts = { name: user.name, successor: successor?.name, supportEmail: supportEmail() };
  if (why) throw new Refusal(why, facts);
  if (await isCaseOpen(tx, accountId, user.id)) throw new Refusal("case_open_already", facts);
  return { user, successor };
}

async function getPerson(tx: Tx, accountId: string, userId: string) {
  const [person] = await tx
    .select({
      id: users.id,
      name: users.name,
      status: users.status,
      role: users.role,
      isOwner: users.isOwner,
      lastSignInAt: users.lastSignInAt,
    })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  if (!person) throw new Refusal("not_found");
  return { ...person, hasSignedIn: person.lastSignInAt !== null };
}

async function isCaseOpen(tx: Tx, accountId: string, userId: string): Promise<boolean> {
  const [open] = await tx
    .select({ id: ownerRequests.id })
    .from(ownerRequests)
    .where(
      and(
        eq(ownerRequests.accountId, accountId),
        eq(ownerRequests.userId, userId),
        isNull(ownerRequests.endedAt),
      ),
    );
  return open !== undefined;
}
