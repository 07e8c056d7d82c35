import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { addContact } from "#lib/contacts/add-contact";
import { getContactPage } from "#lib/contacts/contact-page";
import type { AddContact } from "#lib/contacts/schema";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { addingOf } from "#tests/support/contact-forms";
import { expectRefusal } from "#tests/support/refused";

const add = (actor: Member, change: Partial<AddContact> = {}) =>
  addContact(actor, addingOf(change));

test("a contact that a user adds lies with that user, and the log says who added it", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  const event = await add(user, { email: "Zoe@Zhang.example", notes: "One\ntwo" });
  expect(event).toMatchObject({
    kind: "contact.added",
    actorName: "Uma Ullman",
    userId: null,
    data: { contactName: "Zoe Zhang" },
  });
  const { contactId } = event.data;
  const page = await getContactPage(user, contactId, undefined, { done: event.id });
  expect(page.contact).toMatchObject({ assigneeId: cast.user.id, notes: "One\ntwo" });
  expect(page.done).toMatchObject({ id: event.id });
  const [row] = await sql`
    select c.created_by, c.updated_by, b.is_main from contacts c join books b on b.id = c.book_id
    where c.id = ${contactId}`;
  expect(row).toEqual({ created_by: cast.user.id, updated_by: cast.user.id, is_main: true });
});

test("an admin adds one for a colleague, and nobody else does", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const event = await add(admin, { assigneeId: cast.successor.id });
  expect(event).toMatchObject({ userId: cast.successor.id, userName: "Samuel Sato" });
  const page = await getContactPage(admin, event.data.contactId);
  expect(page.contact.assigneeId).toBe(cast.successor.id);
  const user = await member(cast.user);
  await expectRefusal(() => add(user, { assigneeId: cast.successor.id }), "not_admin");
});

test("an assignee who is inactive, of another account or nobody is refused", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  for (const assigneeId of [cast.inactive.id, cast.outsider.id, randomUUID()]) {
    await expectRefusal(() => add(admin, { assigneeId }), "successor_not_active");
  }
});

test("who became inactive or signed out adds nothing", async () => {
  const cast = await buildCast();
  const [former, gone] = [await member(cast.user), await member(cast.successor)];
  await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  await sql`
    update sessions set ended_at = now(), end_reason = 'signed_out' where id = ${gone.sessionId}`;
  await expectRefusal(() => add(former), "access_ended");
  await expectRefusal(() => add(gone), "not_signed_in");
});

test("the same form twice adds one contact, also twice at once", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  const form = addingOf({ email: "zoe@zhang.example" });
  const [first, second] = await Promise.all([addContact(user, form), addContact(user, form)]);
  expect(second).toEqual(first);
  expect(await addContact(user, form)).toEqual(first);
  expect(await sql`select from contacts where account_id = ${cast.accountId}`).toHaveLength(1);
});

test.each<[string, Partial<AddContact>]>([
  ["e-mail in other letters", { email: "ZOE@zhang.EXAMPLE" }],
  ["phone, written otherwise", { phone: "+49 (30) 555-0042" }],
  ["phone within its country", { phone: "030 5550042" }],
  ["phone, the country behind zeros", { phone: "0049 30 555 00 42" }],
  ["phone as its mobile", { mobile: "4930 5550042" }],
  ["mobile as its phone", { phone: "+49 171 555 00 77" }],
])("a contact with the same %s is pointed out, and added only anyway", async (_what, change) => {
  const cast = await buildCast();
  const user = await member(cast.user);
  const numbers = { phone: "+49 30 5550042", mobile: "+49171 5550077" };
  const first = await add(user, {
    email: "zoe@zhang.example",
    company: "Zhang & Sons",
    ...numbers,
  });
  const colleague = await member(cast.successor);
  const form = addingOf({ firstName: "Z.", ...change });
  await expectRefusal(() => addContact(colleague, form), "contact_duplicates", {
    contacts: [
      {
        id: first.data.contactId,
        name: "Zoe Zhang",
        company: "Zhang & Sons",
        email: "zoe@zhang.example",
        phone: numbers.phone,
        assigneeName: "Uma Ullman",
      },
    ],
  });
  await addContact(colleague, { ...form, anyway: "yes" });
});

test("short numbers, part of a number, deleted contacts and other accounts' point nowhere", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  await add(user, { phone: "123-456" });
  await add(user, { phone: "123-456" });
  await add(user, { phone: "+49 30 5550042" });
  await add(user, { phone: "555 0042" });
  await add(user, { phone: "+49 40 5550042" });
  const gone = await add(user, { email: "gone@zhang.example" });
  await sql`update contacts set deleted_at = now() where id = ${gone.data.contactId}`;
  await add(user, { email: "gone@zhang.example" });
  const outsider = await member(cast.outsider);
  await add(outsider, { email: "gone@zhang.example", phone: "+49 30 5550042" });
});
