import type { Member } from "#lib/actor";
import type { NewEvent } from "#lib/audit/record";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import { adminChange, memberChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import type { Tx } from "#lib/transaction";
import { carvePieces } from "#lib/transfers/carve-pieces";
import { countMeant, type Holder, sumOf } from "#lib/transfers/count-meant";
import { countPieces, movingPieces, seenPieces } from "#lib/transfers/count-pieces";
import { insertTransfer, type Move, reassignedEvent } from "#lib/transfers/insert-transfer";
import { lockReceivers, type Person } from "#lib/transfers/lock-receivers";
import { lockSources } from "#lib/transfers/lock-sources";
import { areWholeBooks, type Meant, SINGLE_CONTACTS } from "#lib/transfers/meant";
import { moveContacts } from "#lib/transfers/move-contacts";
import { lockWholeBooks, moveWholeBooks } from "#lib/transfers/move-whole-books";
import { receivers } from "#lib/transfers/plan";
import { requestTransfer } from "#lib/transfers/request-transfer";
import { whyNotReassign } from "#lib/transfers/rules";
import type { ReassignContacts, Reassignment } from "#lib/transfers/schema";

type Event = Omit<NewEvent<"contacts.reassigned">, "kind">;

/**
 * Gives contacts to other users by a plan (domain rules 20 to 22): whole books by their rows, a few
 * contacts one by one, more in books carved for it, and very many by a job.
 */
export function reassignContacts(actor: Member, input: ReassignContacts) {
  const { requestId, reassignment } = input;
  const work = (tx: Tx) => reassign(tx, actor, reassignment);
  return actor.role === "admin"
    ? adminChange(actor, requestId, "contacts.reassigned", work)
    : memberChange(actor, requestId, "contacts.reassigned", work);
}

async function reassign(tx: Tx, actor: Member, reassignment: Reassignment): Promise<Event> {
  const { meant, plan } = reassignment;
  const receiving = await lockReceivers(tx, actor.accountId, plan);
  const holders = await countMeant(tx, actor.accountId, meant);
  refuse(actor, holders);
  const [receiver] = receiving;
  if (receiver && areWholeBooks(meant, plan)) {
    return reassignBooks(tx, actor, { meant, holders, to: receiver });
  }
  if ("selection" in meant && sumOf(holders) > IN_REQUEST_LIMIT) {
    return requestReassignment(tx, actor, { ...reassignment, meant }, holders, receiving);
  }
  return reassignPieces(tx, actor, reassignment, receiving);
}

async function reassignBooks(
  tx: Tx,
  actor: Member,
  { meant, holders, to }: { meant: Meant; holders: Holder[]; to: Person },
): Promise<Event> {
  const books = await lockWholeBooks(tx, actor.accountId, meant, to.id);
  const moves = books.map(({ from, contacts }) => ({ from, to, contacts }));
  // Once more: until they were held, they may have gone to somebody else.
  const theirs = books.map(({ from, contacts }) => ({ id: from.id, contacts }));
  refuse(actor, [...holders, ...theirs], sumOf(moves));
  const transferId = await insertTransfer(tx, actor, moves);
  await moveWholeBooks(tx, actor.accountId, { bookIds: books.map(({ id }) => id), to, transferId });
  return reassignedEvent(tx, actor, transferId, moves);
}

async function reassignPieces(
  tx: Tx,
  actor: Member,
  { meant, plan, seen }: Reassignment,
  receiving: Person[],
): Promise<Event> {
  const { accountId } = actor;
  await lockSources(tx, accountId, meant, receivers(plan));
  const pieces = await countPieces(tx, accountId, meant, plan);
  const moving = movingPieces(pieces);
  // As of now: until the end the books that are held change hands no more.
  refuse(
    actor,
    pieces.map(({ fromId, contacts }) => ({ id: fromId, contacts })),
    sumOf(moving),
  );
  if (seenPieces(pieces) !== seen) throw new Refusal("contacts_changed", { count: sumOf(pieces) });
  const moves: Move[] = moving.map(({ fromId, fromName, to, contacts }) => ({
    from: { id: fromId, name: fromName },
    to: { id: to, name: receiving.find(({ id }) => id === to)?.name ?? "" },
    contacts,
  }));
  const transferId = await insertTransfer(tx, actor, moves);
  const carryOut = sumOf(moving) <= SINGLE_CONTACTS ? moveContacts : carvePieces;
  const bookIds = [...new Set(moving.map(({ bookId }) => bookId))];
  const moved = await carryOut(tx, accountId, { meant, plan, transferId, bookIds });
  // Somebody deleted or moved one of them after they were counted, a moment ago.
  if (moved !== sumOf(moving)) throw new Refusal("contacts_changed", { count: moved });
  return reassignedEvent(tx, actor, transferId, moves);
}

async function requestReassignment(
  tx: Tx,
  actor: Member,
  { meant, plan }: Reassignment & { meant: Extract<Meant, { selection: unknown }> },
  holders: Holder[],
  receiving: Person[],
): Promise<Event> {
  const [only] = holders;
  const giver = holders.length === 1 && only ? only : null;
  // What matches until the job has counted may be anybody's: a plain user's are their own.
  const selection =
    actor.role === "admin" ? meant.selection : { ...meant.selection, assignee: actor.userId };
  const transferId = await requestTransfer(tx, actor, {
    kind: "reassignment",
    fromUserId: giver?.id ?? null,
    selection,
    plan,
  });
  return {
    user: giver ? { id: giver.id, name: giver.name } : undefined,
    data: {
      transferId,
      contacts: sumOf(holders),
      givers: holders.length,
      receivers: receiving.map(({ id, name }) => ({ userId: id, name, contacts: null })),
      isPlanned: true,
    },
  };
}

function refuse(actor: Member, holders: Pick<Holder, "id" | "contacts">[], moving?: number): void {
  const why = whyNotReassign(actor, holders, moving);
  if (!why) return;
  const others = holders.filter(({ id }) => id !== actor.userId);
  throw new Refusal(why, { count: sumOf(others) });
}
