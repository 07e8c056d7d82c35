import { expect } from "vitest";
import { owner } from "#tests/support/attempt";

/** A change of hands: by which transfer; and out of which book, where the contact moved by itself. */
type Hand = { transferId: string; from: string; alone: string | null };

export type ModelContact = {
  assignee: string;
  /** What undo looks at: the latest last. */
  hands: Hand[];
  /** What its History tells: every change of hands, from whom to whom. */
  told: [from: string, to: string][];
  isDeleted: boolean;
  lastName: string;
};

/** The account as anybody would keep it on paper: whose each contact is, and how it came there. */
export type Model = {
  accountId: string;
  contacts: Map<string, ModelContact>;
  active: Set<string>;
  transfers: string[];
};

type Place = { id: string; assignee: string; book: string; last_name: string; deleted: boolean };

/** Where everything lies, looked at from outside. */
export async function look(accountId: string): Promise<Map<string, Place>> {
  const rows = await owner<Place[]>`
    select c.id, b.assignee_id as assignee, b.id as book, c.last_name,
      c.deleted_at is not null as deleted
    from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
    where c.account_id = ${accountId}`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The database says the same as the model, about everything there is. */
export async function expectLike({ accountId, contacts }: Model): Promise<void> {
  const found = [...(await look(accountId)).values()].map(
    ({ id, assignee, last_name, deleted }) => [
      id,
      { assignee, lastName: last_name, isDeleted: deleted },
    ],
  );
  const expected = [...contacts].map(([id, { assignee, lastName, isDeleted }]) => [
    id,
    { assignee, lastName, isDeleted },
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  await expectCounts(accountId);
}

/** The kept counts are those of counting, book by book. */
async function expectCounts(accountId: string): Promise<void> {
  const wrong = await owner`
    select book_id, kept, counted from (
      select book_id, sum(contacts)::int as kept from contact_counts
      where account_id = ${accountId} group by book_id) k
    full join (
      select book_id, count(*)::int as counted from contacts
      where account_id = ${accountId} and deleted_at is null group by book_id) c using (book_id)
    where coalesce(kept, 0) <> coalesce(counted, 0)`;
  expect(wrong).toEqual([]);
}

/** Takes over who got what by a transfer; a deleted contact goes along with its book alone. */
export async function takeOver(
  model: Model,
  transferId: string,
  before: Map<string, Place>,
): Promise<string[]> {
  const after = await look(model.accountId);
  const alone = await owner<{ contact: string; book: string }[]>`
    select contact_id as contact, from_book_id as book from contact_moves
    where account_id = ${model.accountId} and transfer_id = ${transferId}`;
  const books = new Map(alone.map(({ contact, book }) => [contact, book]));
  const moved: string[] = [];
  for (const [id, contact] of model.contacts) {
    const to = after.get(id)?.assignee;
    const from = before.get(id)?.assignee;
    if (!to || !from || to === from) continue;
    contact.hands.push({ transferId, from, alone: books.get(id) ?? null });
    changeHands(contact, to);
    moved.push(id);
  }
  if (moved.length > 0) model.transfers.push(transferId);
  return moved;
}

/** Brings back whose latest change of hands was this transfer (domain rule 23); answers which. */
export async function takeBack(
  model: Model,
  transferId: string,
  undoId: string,
): Promise<string[]> {
  const back = [...model.contacts].filter(
    ([, { hands }]) => hands.at(-1)?.transferId === transferId,
  );
  for (const [id, contact] of back) {
    const last = contact.hands.pop() as Hand;
    // Back in a book that came by a transfer, it is in that book's hands again; else the undo's.
    const isInItsBook = last.alone && contact.hands.at(-1)?.alone === null;
    if (!isInItsBook || !(await liesIn(model, id, last.alone))) {
      contact.hands.push({ transferId: undoId, from: contact.assignee, alone: last.alone });
    }
    changeHands(contact, last.from);
  }
  return back.map(([id]) => id);
}

async function liesIn(model: Model, contactId: string, bookId: string | null): Promise<boolean> {
  return (await look(model.accountId)).get(contactId)?.book === bookId;
}

function changeHands(contact: ModelContact, to: string): void {
  contact.told.push([contact.assignee, to]);
  contact.assignee = to;
}
