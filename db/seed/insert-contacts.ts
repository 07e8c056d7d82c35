import type { MadeContact } from "#db/seed/make-contacts";
import type { MadeEntry } from "#db/seed/make-history";
import { type Stage, userOf } from "#db/seed/stage";

/** Contacts into their assignees' main books, and what was done with them. */
export async function insertContacts(
  stage: Stage,
  contacts: MadeContact[],
  history: MadeEntry[],
): Promise<void> {
  const { tx, accountId, at } = stage;
  const books = await mainBooks(stage);
  const rows = await tx<{ id: string }[]>`
    insert into contacts ${tx(
      contacts.map(({ assignee, days, minute, details }) => ({
        account_id: accountId,
        book_id: books.get(userOf(stage, assignee.email).id) ?? null,
        created_at: at(days, minute),
        last_activity_at: at(days, minute),
        created_by: userOf(stage, assignee.email).id,
        ...details,
      })),
    )} returning id`;
  const ids = new Map(contacts.map((contact, index) => [contact, rows[index]?.id ?? null]));
  await tx`
    insert into history_entries ${tx(
      history.map(({ contact, author, kind, body, days, minute }) => ({
        account_id: accountId,
        contact_id: ids.get(contact) ?? null,
        author_id: userOf(stage, author.email).id,
        kind,
        body,
        at: at(days, minute),
      })),
    )}`;
}

async function mainBooks({ tx, accountId }: Stage): Promise<Map<string, string>> {
  const books = await tx<{ id: string; assignee_id: string }[]>`
    select id, assignee_id from books where account_id = ${accountId} and is_main`;
  return new Map(books.map(({ id, assignee_id }) => [assignee_id, id]));
}
