import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { nameBook } from "#lib/books/name-book";
import { type NameBook, nameBookSchema } from "#lib/books/schema";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { contactFilterOf } from "#lib/contacts/filter";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";

test("books that were taken over are named together, and the filter and the log say so", async () => {
  const cast = await buildCast({ contacts: 3 });
  const admin = await member(cast.admin);
  const book = await takeOver(cast);
  const form = naming(cast, { book, name: "Leeds" });
  const event = await nameBook(admin, form);
  expect(event).toMatchObject({
    ...{ kind: "book.named", userName: "Samuel Sato" },
    data: { book, from: "Uma Ullman", name: "Leeds", before: "" },
  });
  expect(await nameBook(admin, form)).toEqual(event);
  const page = await getContactsPage(admin, contactFilterOf({ assignee: cast.successor.id }));
  expect(page.groups.groups).toMatchObject([{ book, name: "Leeds", contacts: 3 }]);
  const again = await nameBook(admin, naming(cast, { book, name: undefined }));
  expect(again.data).toMatchObject({ name: "", before: "Leeds" });
  const [own] = await sql`
    select name from books where assignee_id = ${cast.successor.id} and is_main`;
  expect(own).toEqual({ name: null });
});

test("everybody names their own books, and only admins those of others", async () => {
  const cast = await buildCast();
  const user = await member(cast.successor);
  await nameBook(user, naming(cast, { name: "Mine" }));
  const other = await member(cast.user);
  await expectRefusal(() => nameBook(other, naming(cast, { name: "X" })), "books_of_others");
  const admin = await member(cast.admin);
  await sql`update users set role = 'user' where id = ${cast.admin.id}`;
  await expectRefusal(() => nameBook(admin, naming(cast, { name: "X" })), "books_of_others");
});

test("books of nobody, of another account or of no such transfer are not found", async () => {
  const cast = await buildCast();
  const admin = await member(cast.admin);
  const outsider = await member(cast.outsider);
  await expectRefusal(() => nameBook(outsider, naming(cast, { name: "X" })), "not_found");
  for (const change of [{ book: randomUUID() }, { assigneeId: randomUUID() }]) {
    await expectRefusal(() => nameBook(admin, naming(cast, { name: "X", ...change })), "not_found");
  }
});

test("a name that cannot be kept is refused with a sentence", () => {
  const form = { requestId: randomUUID(), assigneeId: randomUUID(), book: "own" };
  for (const change of [{ name: "x".repeat(101) }, { name: "a\0" }, { book: "mine", name: "X" }]) {
    const { error } = nameBookSchema.safeParse({ ...form, ...change });
    expect(error?.issues[0]?.message).toMatch(/\.$/);
  }
});

function naming(cast: Cast, change: Partial<NameBook>): NameBook {
  return { requestId: randomUUID(), assigneeId: cast.successor.id, book: "own", ...change };
}

/** The user's contacts go to the successor; answers by which transfer. */
async function takeOver(cast: Cast): Promise<string> {
  const { data } = await inactivateUser(await member(cast.admin2), {
    ...{ requestId: randomUUID(), userId: cast.user.id, contacts: "one", reason: "" },
    ...{ successorId: cast.successor.id, successorIds: [] },
  });
  return data.transferId ?? "";
}
