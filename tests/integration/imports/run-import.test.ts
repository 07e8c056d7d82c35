import { beforeEach, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { readRecords } from "#lib/imports/read-records";
import { runImport } from "#lib/imports/run-import";
import { startImport } from "#lib/imports/start-import";
import { owner } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member } from "#tests/support/cast";
import {
  contactsOf,
  guessedChoices,
  importFile,
  importRow,
  problemsOf,
  upload,
} from "#tests/support/import-file";

let cast: Cast;
let actor: Member;
beforeEach(async () => {
  cast = await buildCast();
  actor = await member(cast.admin);
});

const header = "First name,Last name,Company,E-mail,Phone\n";

test("the rows of a file become contacts of whoever gets them", async () => {
  const content = `${header}Ada,Lovelace,Engines,ada@x.example,555 000 11\nBob,,,,555 000 22\n`;
  const row = await importFile(actor, content, { receiverId: cast.user.id });
  expect(row).toMatchObject({ state: "done", added: 2, known: 0, wrong: 0, records_done: 2 });
  expect(await contactsOf(cast.accountId)).toMatchObject([
    { first_name: "Ada", last_name: "Lovelace", company: "Engines", email: "ada@x.example" },
    { first_name: "Bob", phone: "555 000 22" },
  ]);
  const books = await owner`
    select b.assignee_id, b.is_main, c.created_by from contacts c join books b on b.id = c.book_id
    where c.account_id = ${cast.accountId}`;
  expect(new Set(books.map((book) => JSON.stringify(book))).size).toBe(1);
  expect(books[0]).toEqual({
    assignee_id: cast.user.id,
    is_main: true,
    created_by: cast.admin.id,
  });
  expect(await owner`select from import_chunks`).toHaveLength(0);
});

test("the same file twice, or a row twice in it, makes no duplicates", async () => {
  const content =
    `${header}Ada,Lovelace,Engines,ada@x.example,\nAda,L,,ADA@X.example ,\n` +
    "Bob,,Acme,,555 000 22\nbób,,ACME,,55500022\nBob,,Acme,,\n";
  expect(await importFile(actor, content)).toMatchObject({ added: 3, known: 2 });
  expect(await importFile(actor, content)).toMatchObject({ added: 0, known: 5 });
  expect(await contactsOf(cast.accountId)).toHaveLength(3);
});

test("contacts here already stay as they are, or take over what the file says", async () => {
  await importFile(actor, `${header}Ada,Lovelace,Engines,ada@x.example,1\n`);
  const newer = `${header}Ada,King,,ada@x.example,2\nAda,,Engines,ada@x.example,3\n`;
  expect(await importFile(actor, newer)).toMatchObject({ added: 0, updated: 0, known: 2 });
  const row = await importFile(actor, newer, { known: "update" });
  expect(row).toMatchObject({ added: 0, updated: 1, known: 1 });
  expect(await contactsOf(cast.accountId)).toMatchObject([
    { first_name: "Ada", last_name: "King", company: "Engines", phone: "3" },
  ]);
  expect(await importFile(actor, newer, { known: "update" })).toMatchObject({ updated: 0 });
});

test("wrong rows are listed with line and reason, and the good ones go in", async () => {
  const content =
    `${header}Ada,"of\nLondon",,ada@x.example,\n,,,,\n"",,,,"\t"\nBob,,,bob at x,\n` +
    `Cy,,,c@x.example,,more\n${"x".repeat(101)},,,d@x.example,\nEve,,,e@x.example,555 123 4567\n` +
    "Fay\u0007,,,f@x.example,\nGus,,,g@x.example,5551234567\n";
  const importId = await upload(actor, content);
  await startImport(actor, await guessedChoices(actor, importId));
  await runImport({ accountId: cast.accountId, importId });
  expect(await importRow(importId)).toMatchObject({ added: 3, wrong: 4 });
  expect(await problemsOf(importId)).toMatchObject([
    { line: 6, reason: "“bob at x” does not look like an e-mail address.", is_taken_in: false },
    { line: 7, reason: "It has 6 cells, and the file 5 columns.", cells: expect.any(Array) },
    { line: 8, reason: "First name can have at most 100 characters." },
    { line: 10, reason: "First name has characters that cannot be kept." },
    { line: 11, reason: "Taken in. Another contact has the same phone number.", is_taken_in: true },
  ]);
});

test("a number is another contact's with and without its country, in the file and in the account", async () => {
  await importFile(actor, `${header}Ada,,,a@x.example,+49 30 1234567\n`);
  const rows = ["Bob,,,b@x.example,0049 (30) 1234567", "Cy,,,c@x.example,030/1234567"];
  const others = ["Di,,,d@x.example,040 1234567", "Eve,,,e@x.example,1234567"];
  const importId = await upload(actor, header + [...rows, ...others].join("\n"));
  await startImport(actor, await guessedChoices(actor, importId));
  await runImport({ accountId: cast.accountId, importId });
  expect((await problemsOf(importId)).map(({ line }) => line)).toEqual([2, 3]);
});

test("a batch that another worker has taken in is not taken in again", async () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => `P,${n},,p${n}@x.example,\n`).join("");
  const importId = await upload(actor, header + rows);
  await startImport(actor, await guessedChoices(actor, importId));
  const job = { accountId: cast.accountId, importId };
  await Promise.all([runImport(job), runImport(job)]);
  // Whoever was overtaken gives up; the queue's own try goes on from where it is.
  await runImport(job);
  expect(await importRow(importId)).toMatchObject({ state: "done", added: 12_000, known: 0 });
  expect(await contactsOf(cast.accountId)).toHaveLength(12_000);
});

test("it stops where the receiver or the author may no more, and what is in stays", async () => {
  const importId = await upload(actor, `${header}Ada,,,ada@x.example,\n`);
  await startImport(actor, await guessedChoices(actor, importId, { receiverId: cast.user.id }));
  await owner`update users set status = 'inactive', inactivated_by = ${cast.owner.id}
    where id = ${cast.user.id}`;
  expect(await runImport({ accountId: cast.accountId, importId })).toBe("stopped");
  expect(await importRow(importId)).toMatchObject({
    state: "failed",
    added: 0,
    refusal: { code: "import_receiver_inactive", facts: { successor: cast.user.name } },
  });
  await addContacts(cast.admin, 1);
  const second = await upload(actor, `${header}Ada,,,ada@x.example,\n`);
  await startImport(actor, await guessedChoices(actor, second));
  await owner`update users set role = 'user' where id = ${cast.admin.id}`;
  expect(await runImport({ accountId: cast.accountId, importId: second })).toBe("stopped");
  expect(await importRow(second)).toMatchObject({ refusal: { code: "import_author_not_admin" } });
});

test("rows of very many cells go in few at a time, and are listed without all of them", async () => {
  const wide = `Ann${",".repeat(500_000)}x\n`;
  const importId = await upload(actor, `Name,E-mail\n${wide.repeat(12)}`);
  const choices = await guessedChoices(actor, importId);
  await startImport(actor, choices);
  const { facts } = await importRow(importId);
  if (!facts) throw new Error("The file was not looked at.");
  const system = { kind: "system", accountId: cast.accountId } as const;
  const source = {
    importId,
    facts,
    choices: { mapping: choices.column, firstRowIsData: false, receiverId: "", known: "leave" },
  } as const;
  const sizes: number[] = [];
  for await (const { records } of readRecords(system, source, 0)) sizes.push(records.length);
  expect(sizes).toEqual([9, 3]);
  await runImport({ accountId: cast.accountId, importId });
  expect(await importRow(importId)).toMatchObject({ state: "done", wrong: 12 });
  const [problem] = await problemsOf(importId);
  expect(problem?.reason).toBe("It has 500001 cells, and the file 2 columns.");
  expect(problem?.cells).toHaveLength(500);
});
