import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contactCounts } from "#db/schema/contact-counts";
import { transferPieces } from "#db/schema/planned-transfers";
import { transfers } from "#db/schema/transfers";
import { users } from "#db/schema/users";
import { record } from "#lib/audit/record";
import { lockAccount } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { refuseMovedBooks } from "#lib/transfers/moved-books";
import { receivers } from "#lib/transfers/plan";
import {
  endPlannedTransfer,
  lockPlannedTransfer,
  type PlannedTransfer,
} from "#lib/transfers/planned-transfer";

/**
 * The moment at which the transfer happens: all its books change hands by their rows, if everybody is
 * still who they were. Refuses before anything is written.
 */
export async function switchTransfer(tx: Tx, planned: PlannedTransfer): Promise<void> {
  const { accountId, id } = planned;
  await lockAccount(tx, accountId);
  const people = await lockPeople(tx, planned);
  if ((await lockPlannedTransfer(tx, accountId, id)) !== "carving") {
    throw new Refusal("transfer_over");
  }
  const pieces = await lockPieces(tx, planned);
  const by = people.get(planned.byUserId);
  const owns = pieces.every(({ assigneeId }) => assigneeId === planned.byUserId);
  if (by?.status !== "active" || !(by.role === "admin" || owns)) {
    throw new Refusal("transfer_requester_may_not", { by: by?.name });
  }
  const received = receivers(planned.plan).map((userId, piece) => {
    const { name = "", status } = people.get(userId) ?? {};
    if (status !== "active") throw new Refusal("successor_not_active", { successor: name });
    const own = pieces.filter((each) => each.piece === piece);
    return { userId, name, contacts: own.reduce((sum, { contacts }) => sum + contacts, 0) };
  });
  const contacts = received.reduce((sum, share) => sum + share.contacts, 0);
  await tx.insert(transfers).values({
    accountId,
    id,
    kind: planned.kind,
    byUserId: planned.byUserId,
    fromUserId: planned.fromUserId,
    contacts,
  });
  const givers = new Set(pieces.map(({ assigneeId }) => assigneeId)).size;
  await moveBooks(tx, planned);
  await endPlannedTransfer(tx, planned, { state: "done" });
  await tell(tx, planned, { ...by, accountId, userId: by.id }, received, givers);
}

/** Who asked for it and who receives, held in the order in which everything is locked. */
async function lockPeople(tx: Tx, { accountId, byUserId, plan }: PlannedTransfer) {
  const locked = await tx
    .select({ id: users.id, name: users.name, role: users.role, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, [byUserId, ...receivers(plan)])))
    .orderBy(asc(users.id))
    .for("share");
  return new Map(locked.map((user) => [user.id, user]));
}

/** The books that change hands, each counted when nobody can add to it any more. */
async function lockPieces(tx: Tx, planned: PlannedTransfer) {
  const { accountId, id } = planned;
  const pieces = await tx
    .select({
      piece: transferPieces.piece,
      fromBookId: transferPieces.fromBookId,
      bookId: transferPieces.bookId,
    })
    .from(transferPieces)
    .where(and(eq(transferPieces.accountId, accountId), eq(transferPieces.transferId, id)));
  const bookIds = [...new Set(pieces.flatMap(({ fromBookId, bookId }) => [fromBookId, bookId]))];
  await refuseMovedBooks(tx, planned, bookIds, "no key update");
  const counts = await tx
    .select({
      bookId: books.id,
      assigneeId: books.assigneeId,
      contacts: sql<number>`coalesce(sum(${contactCounts.contacts}), 0)::int`,
    })
    .from(books)
    .leftJoin(
      contactCounts,
      and(eq(contactCounts.accountId, books.accountId), eq(contactCounts.bookId, books.id)),
    )
    .where(and(eq(books.accountId, accountId), inArray(books.id, bookIds)))
    .groupBy(books.id, books.assigneeId);
  const countOf = new Map(counts.map((count) => [count.bookId, count]));
  return pieces.map(({ piece, bookId }) => {
    const { assigneeId = "", contacts = 0 } = countOf.get(bookId) ?? {};
    return { piece, bookId, assigneeId, contacts };
  });
}

async function moveBooks(tx: Tx, { accountId, id, plan }: PlannedTransfer): Promise<void> {
  await tx.execute(sql`
    update books b
    set assignee_id = (${`{${receivers(plan).join()}}`}::uuid[])[p.piece + 1], transfer_id = ${id}
    from transfer_pieces p
    where p.account_id = ${accountId} and p.transfer_id = ${id}
      and b.account_id = p.account_id and b.id = p.book_id`);
}

/** The log, and one mail to each who received anything. */
async function tell(
  tx: Tx,
  planned: PlannedTransfer,
  by: { accountId: string; userId: string; name: string },
  received: { userId: string; name: string; contacts: number }[],
  givers: number,
): Promise<void> {
  const { id: transferId, fromUserId, fromName } = planned;
  const contacts = received.reduce((sum, share) => sum + share.contacts, 0);
  await record(tx, by, {
    kind: "contacts.reassigned",
    user: fromUserId && fromName ? { id: fromUserId, name: fromName } : undefined,
    data: {
      transferId,
      contacts,
      givers,
      receivers: received.filter((share) => share.contacts > 0),
    },
  });
  for (const share of received) {
    if (share.contacts === 0 || share.userId === by.userId) continue;
    await queueMail(tx, { userId: share.userId }, "contacts_received", {
      from: fromName ?? "several colleagues",
      by: by.name,
      contacts: share.contacts,
    });
  }
}
