import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addContact } from "#lib/contacts/add-contact";
import { deleteContact } from "#lib/contacts/delete-contact";
import { editContact } from "#lib/contacts/edit-contact";
import { getEditContactPage } from "#lib/contacts/edit-contact-page";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { addingOf, editingOf } from "#tests/support/contact-forms";
import { expectRefusal } from "#tests/support/refused";

async function begin() {
  const cast = await buildCast();
  const user = await member(cast.user);
  const form = addingOf({ email: "zoe@zhang.example", phone: "+44 20 7946 0000" });
  const { data } = await addContact(user, form);
  return { cast, user, colleague: await member(cast.successor), id: data.contactId };
}

test("any active user edits any contact; the log tells each field, and long ones by name", async () => {
  const { colleague, id } = await begin();
  const edit = await editingOf(colleague, id, {
    email: "",
    company: "Zhang & Sons",
    notes: "secret",
    street: "x".repeat(300),
  });
  const event = await editContact(colleague, edit);
  expect(event).toMatchObject({ kind: "contact.edited", actorName: "Samuel Sato" });
  expect(event.data).toEqual({
    contactId: id,
    contactName: "Zoe Zhang",
    changes: {
      company: { from: "", to: "Zhang & Sons" },
      "e-mail": { from: "zoe@zhang.example", to: "" },
      street: null,
      notes: null,
    },
  });
  expect(await getEditContactPage(colleague, id)).toMatchObject({
    details: { email: "", company: "Zhang & Sons", notes: "secret", phone: "+44 20 7946 0000" },
  });
  const [row] = await sql`select created_by, updated_by from contacts where id = ${id}`;
  expect(row?.updated_by).toBe(colleague.userId);
  expect(row?.created_by).not.toBe(colleague.userId);
});

test("the same form twice is one edit; one that changes nothing is said so", async () => {
  const { user, id } = await begin();
  const edit = await editingOf(user, id, { city: "York" });
  const [first, second] = await Promise.all([editContact(user, edit), editContact(user, edit)]);
  expect(second).toEqual(first);
  expect(await editContact(user, edit)).toEqual(first);
  const same = await editingOf(user, id);
  await expectRefusal(() => editContact(user, same), "nothing_edited");
});

test("who opened the page before a colleague saved is told, and saves over it only knowingly", async () => {
  const { user, colleague, id } = await begin();
  const edit = await editingOf(user, id, { city: "York" });
  await editContact(colleague, await editingOf(colleague, id, { city: "Leeds", state: "Yorks" }));
  const present = await getEditContactPage(user, id);
  await expectRefusal(() => editContact(user, edit), "contact_edited_meanwhile", {
    name: "Zoe Zhang",
    by: "Samuel Sato",
    present: {
      seen: present?.seen ?? "",
      values: [
        { label: "City", value: "Leeds" },
        { label: "State", value: "Yorks" },
      ],
    },
  });
  await editContact(user, { ...edit, requestId: randomUUID(), replaces: present?.seen });
  expect(await getEditContactPage(user, id)).toMatchObject({
    details: { city: "York", state: "" },
  });
});

test("of two who save at once one wins, and the other is told", async () => {
  const { user, colleague, id } = await begin();
  const edits = [
    () => editingOf(user, id, { city: "York" }).then((edit) => () => editContact(user, edit)),
    () =>
      editingOf(colleague, id, { city: "Bath" }).then((edit) => () => editContact(colleague, edit)),
  ];
  const works = await Promise.all(edits.map((edit) => edit()));
  const results = await Promise.allSettled(works.map((work) => work()));
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "contact_edited_meanwhile" },
  });
});

test("a new number or e-mail that another contact has is pointed out, what stays as it was is not", async () => {
  const { user, id } = await begin();
  const { data } = await addContact(
    user,
    addingOf({
      email: "zoe@zhang.example",
      firstName: "Zoë",
      phone: "+44 20 7946 1111",
      anyway: "yes",
    }),
  );
  await editContact(user, await editingOf(user, id, { city: "York" }));
  const edit = await editingOf(user, id, { mobile: "0044-20-7946 1111".slice(2) });
  await expectRefusal(() => editContact(user, edit), "contact_duplicates");
  await editContact(user, { ...edit, anyway: "yes" });
  // Its own number elsewhere in the same contact is no other contact's.
  await editContact(
    user,
    await editingOf(user, data.contactId, { mobile: "+44 20 7946 1111", anyway: "yes" }),
  );
});

test("a contact deleted in the middle of an edit stays as it was, and so does another account's", async () => {
  const { cast, user, id } = await begin();
  const edit = await editingOf(user, id, { city: "York" });
  const outsider = await member(cast.outsider);
  await expectRefusal(() => editContact(outsider, edit), "not_found");
  await deleteContact(await member(cast.admin), { requestId: randomUUID(), contactId: id });
  await expectRefusal(() => editContact(user, edit), "contact_is_deleted", {
    name: "Zoe Zhang",
    by: "Adam Aalto",
  });
});
