import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { countContacts } from "#lib/books/count-contacts";
import { addContact } from "#lib/contacts/add-contact";
import { deleteContact } from "#lib/contacts/delete-contact";
import { editContact } from "#lib/contacts/edit-contact";
import { getEditContactPage } from "#lib/contacts/edit-contact-page";
import { findDeletion } from "#lib/contacts/find-deletion";
import { mergeContacts } from "#lib/contacts/merge-contacts";
import { getMergePage } from "#lib/contacts/merge-page";
import { restoreContact } from "#lib/contacts/restore-contact";
import { read } from "#lib/transaction";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { addingOf, editingOf, mergingOf } from "#tests/support/contact-forms";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

async function begin() {
  const cast = await buildCast();
  const user = await member(cast.user);
  const admin = await member(cast.admin);
  const one = addingOf({ email: "zoe@zhang.example", city: "York", notes: "Old" });
  const two = addingOf({
    firstName: "Zoë",
    email: "z@zhang.example",
    phone: "+44 20 7946 0000",
    notes: "New",
  });
  const own = (await addContact(user, one)).data.contactId;
  const other = (await addContact(await member(cast.successor), two)).data.contactId;
  return { cast, user, admin, own, other };
}

test("of two one is made: the survivor's values, the other's where it had none, notes of both", async () => {
  const { cast, admin, own, other } = await begin();
  const event = await mergeContacts(admin, await mergingOf(admin, own, other));
  expect(event).toMatchObject({
    kind: "contact.merged",
    data: { contactId: own, contactName: "Zoe Zhang", mergedId: other, mergedName: "Zoë Zhang" },
  });
  expect(await getEditContactPage(admin, own)).toMatchObject({
    details: {
      firstName: "Zoe",
      email: "zoe@zhang.example",
      phone: "+44 20 7946 0000",
      city: "York",
      notes: "Old\n\nNew",
    },
  });
  expect(await findDeletion(admin, other)).toMatchObject({
    mergedIntoId: own,
    deletedByName: "Adam Aalto",
    whyNot: null,
  });
  const left = await read(admin, (tx) => countContacts(tx, cast.accountId, cast.successor.id));
  expect(left).toBe(0);
});

test("what was chosen stays, field by field", async () => {
  const { admin, own, other } = await begin();
  const kept = { firstName: "other", email: "other", phone: "own", notes: "own" } as const;
  await mergeContacts(admin, await mergingOf(admin, own, other, kept));
  expect(await getEditContactPage(admin, own)).toMatchObject({
    name: "Zoë Zhang",
    details: { email: "z@zhang.example", phone: "", notes: "Old" },
  });
});

test("the same sheet twice merges once, and a restored one is as it was", async () => {
  const { admin, own, other } = await begin();
  const form = await mergingOf(admin, own, other);
  const [first, second] = await Promise.all([
    mergeContacts(admin, form),
    mergeContacts(admin, form),
  ]);
  expect(second).toEqual(first);
  const event = await restoreContact(admin, { requestId: randomUUID(), contactId: other });
  expect(event.data).toMatchObject({ contactName: "Zoë Zhang", mergedIntoName: "Zoe Zhang" });
  expect(await getEditContactPage(admin, other)).toMatchObject({
    details: { email: "z@zhang.example", notes: "New" },
  });
});

test("two who merge the same pair crosswise: one does, and the other is told", async () => {
  const { cast, admin, own, other } = await begin();
  const colleague = await member(cast.admin2);
  const forms = [await mergingOf(admin, own, other), await mergingOf(admin, other, own)] as const;
  const results = await startTogether(cast.accountId, [
    () => mergeContacts(admin, forms[0]),
    () => mergeContacts(colleague, forms[1]),
  ]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "contact_is_merged" },
  });
  const rows = await sql`
    select from contacts where account_id = ${cast.accountId} and deleted_at is null`;
  expect(rows).toHaveLength(1);
});

test("a merge is refused to plain users, of one with itself, of others' and of deleted ones", async () => {
  const { cast, user, admin, own, other } = await begin();
  const form = await mergingOf(admin, own, other);
  await expectRefusal(() => mergeContacts(user, form), "not_admin");
  await expectRefusal(() => mergeContacts(admin, { ...form, otherId: own }), "merge_with_itself");
  await expectRefusal(() => mergeContacts(admin, { ...form, otherId: randomUUID() }), "not_found");
  const outsider = await member(cast.outsider);
  await expectRefusal(() => mergeContacts(outsider, form), "not_found");
  await expectRefusal(
    () => mergeContacts(admin, { ...form, firstName: "own", email: "own", seen: "0" }),
    "contact_edited_meanwhile",
  );
  await deleteContact(admin, { requestId: randomUUID(), contactId: other });
  await expectRefusal(() => mergeContacts(admin, form), "contact_is_deleted");
});

test("an edit after the sheet was opened stops the merge and says whose it was", async () => {
  const { user, admin, own, other } = await begin();
  const form = await mergingOf(admin, own, other);
  await editContact(user, await editingOf(user, other, { city: "Leeds" }));
  await expectRefusal(() => mergeContacts(admin, form), "contact_edited_meanwhile", {
    name: "Zoë Zhang",
    by: "Uma Ullman",
  });
});

test("what would have no name any more is refused", async () => {
  const { user, admin } = await begin();
  const names = { firstName: "", lastName: "" };
  const one = await addContact(user, addingOf({ ...names, company: "Zhang & Sons" }));
  const two = await addContact(user, addingOf({ ...names, email: "info@zhang.example" }));
  const form = await mergingOf(admin, one.data.contactId, two.data.contactId, {
    company: "other",
    email: "own",
  });
  await expectRefusal(() => mergeContacts(admin, form), "contact_needs_a_name");
});

test("the sheet suggests those with the same e-mail or number, and finds others by a search", async () => {
  const { cast, user, admin, own, other } = await begin();
  await editContact(user, await editingOf(user, own, { phone: "44 20 79460000", anyway: "yes" }));
  const page = await getMergePage(admin, own, { search: "zhang" });
  expect(page?.suggested.map(({ id }) => id)).toEqual([other]);
  expect(page?.found?.map(({ id }) => id)).toEqual([other]);
  expect(await getMergePage(admin, own, { search: "", otherId: own })).toMatchObject({
    other: null,
  });
  const outsider = await member(cast.outsider);
  await expectRefusal(() => getMergePage(outsider, own, { search: "" }), "not_found");
  await expectRefusal(
    () => getMergePage(admin, own, { search: "", otherId: randomUUID() }),
    "not_found",
  );
});
