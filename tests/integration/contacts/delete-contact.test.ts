import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addContact } from "#lib/contacts/add-contact";
import { getContactPage } from "#lib/contacts/contact-page";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { deleteContact } from "#lib/contacts/delete-contact";
import { getDeletedContactsPage } from "#lib/contacts/deleted-contacts-page";
import { contactFilterSchema } from "#lib/contacts/filter";
import { findDeletion } from "#lib/contacts/find-deletion";
import { restoreContact } from "#lib/contacts/restore-contact";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { addingOf } from "#tests/support/contact-forms";
import { expectRefusal } from "#tests/support/refused";

async function begin() {
  const cast = await buildCast();
  const user = await member(cast.user);
  const { data } = await addContact(user, addingOf());
  const contactId = data.contactId;
  await addHistoryEntry(user, { requestId: randomUUID(), contactId, kind: "note", body: "Hello" });
  return { cast, user, admin: await member(cast.admin), contactId };
}
const request = (contactId: string) => ({ requestId: randomUUID(), contactId });

test("a deleted contact is hidden, its page says by whom, and it comes back with its History", async () => {
  const { user, admin, contactId } = await begin();
  const event = await deleteContact(admin, request(contactId));
  expect(event).toMatchObject({ kind: "contact.deleted", data: { contactName: "Zoe Zhang" } });
  const { total } = await getContactsPage(user, contactFilterSchema.parse({}));
  expect(total).toBe(0);
  await expectRefusal(() => getContactPage(user, contactId), "not_found");
  expect(await findDeletion(user, contactId)).toMatchObject({
    name: "Zoe Zhang",
    deletedByName: "Adam Aalto",
    whyNot: null,
  });
  const { rows } = await getDeletedContactsPage(admin, undefined);
  expect(rows).toMatchObject([
    { id: contactId, deletedByName: "Adam Aalto", mergedIntoName: null },
  ]);
  const restored = await restoreContact(admin, request(contactId));
  expect(restored).toMatchObject({ kind: "contact.restored", data: { contactName: "Zoe Zhang" } });
  const page = await getContactPage(user, contactId, undefined, { done: restored.id });
  expect(page.history.lines).toMatchObject([{ body: "Hello" }]);
  expect(page.done?.id).toBe(restored.id);
  expect(await findDeletion(user, contactId)).toBeNull();
});

test("only admins delete and restore, each once, and nobody another account's", async () => {
  const { cast, user, admin, contactId } = await begin();
  const outsider = await member(cast.outsider);
  await expectRefusal(() => deleteContact(user, request(contactId)), "not_admin");
  await expectRefusal(() => deleteContact(outsider, request(contactId)), "not_found");
  await expectRefusal(() => restoreContact(admin, request(contactId)), "contact_is_not_deleted");
  const form = request(contactId);
  const [first, second] = await Promise.all([
    deleteContact(admin, form),
    deleteContact(admin, form),
  ]);
  expect(second).toEqual(first);
  await expectRefusal(() => deleteContact(admin, request(contactId)), "contact_is_deleted");
  await expectRefusal(() => restoreContact(user, request(contactId)), "not_admin");
  await expectRefusal(() => restoreContact(outsider, request(contactId)), "not_found");
});

test("after 30 days it is not restored any more, by the rule and by the database", async () => {
  const { admin, contactId } = await begin();
  await deleteContact(admin, request(contactId));
  await sql`alter table contacts disable trigger contacts_before_edit`;
  await sql`
    update contacts set deleted_at = now() - interval '30 days 1 minute' where id = ${contactId}`;
  await sql`alter table contacts enable trigger contacts_before_edit`;
  await expectRefusal(() => restoreContact(admin, request(contactId)), "restore_too_late");
  expect(await findDeletion(admin, contactId)).toMatchObject({ whyNot: "restore_too_late" });
});

test("deleted contacts come in pages, the latest first", async () => {
  const { cast, admin } = await begin();
  await sql`
    insert into contacts (account_id, book_id, first_name, deleted_at)
    select account_id, id, to_char(n, 'FM000'), now() - make_interval(mins => n)
    from books, generate_series(1, 120) n where assignee_id = ${cast.user.id} and is_main`;
  const names: string[] = [];
  let next: string | undefined;
  do {
    const page = await getDeletedContactsPage(admin, next);
    names.push(...page.rows.map(({ name }) => name));
    next = page.next ?? undefined;
  } while (next);
  expect(names).toEqual(Array.from({ length: 120 }, (_, n) => String(n + 1).padStart(3, "0")));
});
