import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getContactPage } from "#lib/contacts/contact-page";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import type { AddHistoryEntry } from "#lib/history/schema";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { allOf, reassign } from "#tests/support/reassign";
import { expectRefusal } from "#tests/support/refused";

test("an entry carries its author and time, and the log says so", async () => {
  const cast = await buildCast({ contacts: 1 });
  const user = await member(cast.user);
  const contactId = await firstContact(cast);
  const event = await addHistoryEntry(user, input(contactId, { kind: "call", body: "Asked" }));
  expect(event).toMatchObject({
    kind: "history.added",
    actorName: "Uma Ullman",
    data: { contactId, entryKind: "call" },
  });
  const { history } = await getContactPage(user, contactId);
  expect(history.lines).toMatchObject([
    { kind: "call", body: "Asked", authorName: "Uma Ullman", authorIsInactive: false },
  ]);
});

test("any active user notes something with any contact of the account, and nobody else", async () => {
  const cast = await buildCast({ contacts: 1 });
  const contactId = await firstContact(cast);
  await addHistoryEntry(await member(cast.successor), input(contactId));
  const outsider = await member(cast.outsider);
  await expectRefusal(() => addHistoryEntry(outsider, input(contactId)), "not_found");
  await expectRefusal(() => getContactPage(outsider, contactId), "not_found");
  const user = await member(cast.user);
  await expectRefusal(() => addHistoryEntry(user, input(randomUUID())), "not_found");
  await sql`update users set status = 'inactive' where id = ${cast.user.id}`;
  await expectRefusal(() => addHistoryEntry(user, input(contactId)), "access_ended");
});

test("an entry sent twice stands once", async () => {
  const cast = await buildCast({ contacts: 1 });
  const user = await member(cast.user);
  const form = input(await firstContact(cast));
  const [first, second] = await Promise.all([
    addHistoryEntry(user, form),
    addHistoryEntry(user, form),
  ]);
  expect(second).toEqual(first);
  const { history } = await getContactPage(user, form.contactId);
  expect(history.lines).toHaveLength(1);
});

test("reassignments show in a contact's History through every carving, each once", async () => {
  const cast = await buildCast({ contacts: 4 });
  const admin = await member(cast.admin);
  const rows = await sql`select id from contacts where account_id = ${cast.accountId}`;
  await give(cast, cast.user.id, [cast.successor.id]);
  await give(cast, cast.successor.id, [cast.admin2.id, cast.owner.id]);
  for (const { id } of rows) {
    const { contact, history } = await getContactPage(admin, id);
    expect(history.lines).toMatchObject([
      {
        kind: "reassigned",
        fromName: "Samuel Sato",
        toName: contact.assigneeName,
        authorName: "Adam Aalto",
      },
      { kind: "reassigned", fromName: "Uma Ullman", toName: "Samuel Sato" },
    ]);
  }
});

test("an undo shows as a return, and the inactive author stays named and marked", async () => {
  const cast = await buildCast({ contacts: 1 });
  const admin = await member(cast.admin);
  const contactId = await firstContact(cast);
  await addHistoryEntry(await member(cast.user), input(contactId));
  const transferId = await give(cast, cast.user.id, [cast.successor.id]);
  await undoTransfer(admin, { requestId: randomUUID(), transferId });
  const { contact, history } = await getContactPage(admin, contactId);
  expect(contact).toMatchObject({ assigneeName: "Uma Ullman", assigneeStatus: "inactive" });
  expect(history.lines).toMatchObject([
    { kind: "returned", fromName: "Samuel Sato", toName: "Uma Ullman" },
    { kind: "reassigned", fromName: "Uma Ullman", toName: "Samuel Sato" },
    { kind: "note", authorName: "Uma Ullman", authorIsInactive: true },
  ]);
});

test("a reassignment from before a contact was added is not its History", async () => {
  const cast = await buildCast({ contacts: 1 });
  await give(cast, cast.user.id, [cast.successor.id]);
  const [late] = await sql`
    insert into contacts (account_id, book_id, last_name)
    select account_id, id, 'Late' from books
    where assignee_id = ${cast.successor.id} and not is_main returning id`;
  const { history } = await getContactPage(await member(cast.admin), late?.id);
  expect(history.lines).toEqual([]);
});

test("a long History comes in pages that miss nothing and repeat nothing", async () => {
  const cast = await buildCast({ contacts: 1 });
  const contactId = await firstContact(cast);
  await sql`
    insert into history_entries (account_id, contact_id, author_id, kind, body, at)
    select ${cast.accountId}, ${contactId}, ${cast.user.id}, 'note', n::text,
      now() - make_interval(hours => n / 3)
    from generate_series(1, 75) n`;
  const admin = await member(cast.admin);
  const seen: string[] = [];
  for (let before: string | undefined, page = 0; page < 4; page++) {
    const { history } = await getContactPage(admin, contactId, before);
    seen.push(...history.lines.map(({ body }) => body));
    if (!history.older) break;
    before = history.older;
  }
  expect(seen).toHaveLength(75);
  expect(new Set(seen).size).toBe(75);
});

test("a contact that moved by itself has the past of each book while it lay there, and no longer", async () => {
  const cast = await buildCast({ contacts: 2 });
  const admin = await member(cast.admin);
  const one = (person: { id: string }) => ({ kind: "one", to: person.id }) as const;
  const contactId = await firstContact(cast);
  const rest = allOf(cast.user);
  await reassign(admin, { contactIds: [contactId] }, one(cast.successor));
  // Its old book goes on without it, and comes from where it was not.
  await reassign(admin, rest, one(cast.owner));
  await reassign(admin, allOf(cast.successor), one(cast.admin2));
  const { data } = await reassign(admin, { contactIds: [contactId] }, one(cast.owner));
  await undoTransfer(admin, { requestId: randomUUID(), transferId: data.transferId });
  const { contact, history } = await getContactPage(admin, contactId);
  expect(contact.assigneeName).toBe("Beatriz Braga");
  expect(history.lines.map(({ kind, fromName, toName }) => [kind, fromName, toName])).toEqual([
    ["returned", "Olivia Okafor", "Beatriz Braga"],
    ["reassigned", "Beatriz Braga", "Olivia Okafor"],
    ["reassigned", "Samuel Sato", "Beatriz Braga"],
    ["reassigned", "Uma Ullman", "Samuel Sato"],
  ]);
});

test("a contact shows what was noted with those merged into it, however deep", async () => {
  const cast = await buildCast({ contacts: 3 });
  const [first, second, third] = await sql<{ id: string }[]>`
    select id from contacts where account_id = ${cast.accountId} order by id`;
  const user = await member(cast.user);
  for (const contact of [first, second, third]) {
    await addHistoryEntry(user, input(contact?.id ?? "", { body: contact?.id }));
  }
  await sql`
    update contacts set deleted_at = now(), merged_into_id = ${second?.id ?? ""}
    where id = ${third?.id ?? ""}`;
  await sql`
    update contacts set deleted_at = now(), merged_into_id = ${first?.id ?? ""}
    where id = ${second?.id ?? ""}`;
  const { history } = await getContactPage(user, first?.id ?? "");
  expect(history.lines.map(({ body }) => body)).toEqual([third?.id, second?.id, first?.id]);
});

test("a thousand moves of one contact are read in well under a second", async () => {
  const cast = await buildCast({ contacts: 1 });
  const contactId = await firstContact(cast);
  const [mine, theirs] = await sql<{ id: string }[]>`
    select id from books where is_main and assignee_id in (${cast.user.id}, ${cast.successor.id})`;
  await sql.begin(async (tx) => {
    for (let n = 0; n < 500; n++) {
      await tx`update contacts set book_id = ${mine?.id ?? ""} where id = ${contactId}`;
      await tx`update contacts set book_id = ${theirs?.id ?? ""} where id = ${contactId}`;
    }
  });
  const admin = await member(cast.admin);
  const began = performance.now();
  const { history } = await getContactPage(admin, contactId);
  expect(performance.now() - began).toBeLessThan(500);
  expect(history.lines).toHaveLength(30);
});

async function firstContact({ accountId }: Cast): Promise<string> {
  const [row] = await sql`select id from contacts where account_id = ${accountId} limit 1`;
  return row?.id;
}

async function give(cast: Cast, userId: string, successorIds: string[]): Promise<string> {
  const { data } = await inactivateUser(await member(cast.admin), {
    requestId: randomUUID(),
    userId,
    contacts: successorIds.length === 1 ? "one" : "split",
    successorId: successorIds[0],
    successorIds,
    reason: "",
  });
  return data.transferId ?? "";
}

function input(contactId: string, changes: Partial<AddHistoryEntry> = {}): AddHistoryEntry {
  return { requestId: randomUUID(), contactId, kind: "note", body: "Noted", ...changes };
}
