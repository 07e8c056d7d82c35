import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { downloadProblems } from "#lib/exports/download-problems";
import { cancelImport } from "#lib/imports/cancel-import";
import { clearUpload } from "#lib/imports/clear-upload";
import { getImportPage } from "#lib/imports/import-page";
import { getImportsPage } from "#lib/imports/imports-page";
import { previewImport } from "#lib/imports/preview-import";
import { receiveFile } from "#lib/imports/receive-file";
import { runImport } from "#lib/imports/run-import";
import { startImport } from "#lib/imports/start-import";
import { uploadFile } from "#lib/imports/upload-file";
import { owner } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { guessedChoices, importFile, importRow, upload } from "#tests/support/import-file";
import { jobsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";

let cast: Cast;
let actor: Member;
const csv = "Name,E-mail\nAnn Abel,ann@x.example\nBob,bob at x\n";

beforeEach(async () => {
  cast = await buildCast();
  actor = await member(cast.admin);
});

test("an upload is kept in pieces until it is started or a day has passed", async () => {
  const rows = "Ann,ann@x.example\n".repeat(150_000);
  const importId = await upload(actor, `Name,E-mail\n${rows}`);
  expect(await chunksOf(importId)).toHaveLength(3);
  expect(await importRow(importId)).toMatchObject({
    state: "uploaded",
    size: String(rows.length + 12),
    facts: { header: ["Name", "E-mail"], shape: { delimiter: ",", encoding: "utf-8" } },
  });
  const [job] = await jobsOf(cast.accountId);
  expect(job).toMatchObject({ task: "import_contacts", payload: { importId, clears: true } });
  expect(job?.run_at.getTime()).toBeGreaterThan(Date.now() + 23 * 3600_000);
  expect(await clearUpload({ accountId: cast.accountId, importId })).toBe("cleared");
  expect(await importRow(importId)).toMatchObject({
    state: "failed",
    refusal: { code: "import_file_left" },
  });
  expect(await chunksOf(importId)).toHaveLength(0);
});

test("a form of several parts gives its file, and none where none was chosen", async () => {
  const part = (name: string, text: string) =>
    `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n`;
  const send = (body: string) =>
    receiveFile(actor, "multipart/form-data; boundary=b", Readable.from([Buffer.from(body)]));
  expect(await send(`${part("", "")}--b--\r\n`)).toBeNull();
  const id = await send(`${part("C:\\dir\\liste.csv", csv)}--b--\r\n`);
  expect(await importRow(id ?? "")).toMatchObject({ file_name: "liste.csv", state: "uploaded" });
  const cut = await send(part("cut.csv", csv));
  expect(await importRow(cut ?? "")).toMatchObject({ refusal: { code: "import_file_cut" } });
  await expect(send("nothing of the kind")).rejects.toThrow();
});

test("a form of very many parts is broken off, with its file or without", async () => {
  const field = '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n';
  const file = `--b\r\ncontent-disposition: form-data; name="f"; filename="x.csv"\r\n\r\n${csv}\r\n`;
  let taken = 0;
  async function* pieces(start: string) {
    yield Buffer.from(start);
    for (taken = 0; taken < 1000; taken++) yield Buffer.from(field.repeat(1000));
  }
  const send = (start: string) =>
    receiveFile(actor, "multipart/form-data; boundary=b", pieces(start));
  await expect(send("")).rejects.toThrow("too many parts");
  expect(taken).toBeLessThan(100);
  const id = await send(file);
  expect(taken).toBeLessThan(100);
  expect(await importRow(id ?? "")).toMatchObject({ refusal: { code: "import_file_cut" } });
});

test("a file that is too large ends as one", async () => {
  const bytes = Readable.from([Buffer.from(csv)]);
  const id = await uploadFile(actor, { name: "x.csv", bytes, isTooLarge: () => true });
  expect(await importRow(id)).toMatchObject({ refusal: { code: "import_file_too_large" } });
});

test("only an active admin uploads, and what is another account's is not found", async () => {
  const plain = await member(cast.user);
  await expectRefusal(() => upload(plain, csv), "not_admin");
  const importId = await upload(actor, csv);
  const outsider = await member(cast.outsider);
  const choices = { ...(await guessedChoices(actor, importId)), receiverId: outsider.userId };
  await expectRefusal(() => startImport(outsider, choices), "not_found");
  await expectRefusal(() => previewImport(outsider, choices), "not_found");
  await expectRefusal(
    () => cancelImport(outsider, { requestId: randomUUID(), importId }),
    "not_found",
  );
  await expect(getImportPage(outsider, importId)).rejects.toMatchObject({ code: "not_found" });
  await expect(downloadProblems(outsider, importId)).rejects.toMatchObject({ code: "not_found" });
  expect(await getImportsPage(outsider)).toEqual([]);
  await expectRefusal(async () => startImport(plain, choices), "not_admin");
});

test("an upload ends with the access of who sends it", async () => {
  for (const change of ["status = 'inactive'", "role = 'user'"]) {
    const leaver = await member(cast.admin2);
    const before = Buffer.from(`Name,E-mail\n${"Ann,ann@x.example\n".repeat(70_000)}`);
    async function* pieces() {
      yield before;
      await owner.unsafe(`update users set ${change} where id = '${leaver.userId}'`);
      yield before;
    }
    const bytes = Readable.from(pieces(), { objectMode: false });
    const id = await uploadFile(leaver, { name: "x.csv", bytes, isTooLarge: () => false });
    expect(await importRow(id)).toMatchObject({
      state: "failed",
      refusal: { code: "import_author_not_admin", facts: { by: cast.admin2.name } },
    });
    expect(await chunksOf(id)).toHaveLength(0);
    await owner`update users set status = 'active' where id = ${leaver.userId}`;
  }
});

test("the page proposes a mapping, shows what the first rows become, and keeps a choice", async () => {
  const importId = await upload(actor, csv);
  const { open } = await getImportPage(actor, importId);
  expect(open?.choices.mapping).toEqual(["fullName", "email"]);
  expect(open?.preview).toMatchObject([
    { line: 2, contact: { firstName: "Ann", lastName: "Abel" } },
    { line: 3, reason: "“bob at x” does not look like an e-mail address." },
  ]);
  const column = ["company" as const, null];
  await previewImport(actor, await guessedChoices(actor, importId, { column }));
  const again = await getImportPage(actor, importId);
  expect(again.open?.preview).toMatchObject([
    { contact: { company: "Ann Abel", email: "" } },
    { contact: { company: "Bob" } },
  ]);
});

test("a file whose first row is a contact is proposed as one", async () => {
  const row = await importFile(actor, "Ann,ann@x.example\nBob,bob@x.example\n", {
    column: ["fullName", "email"],
  });
  expect(row).toMatchObject({ added: 2, wrong: 0 });
});

test("a start is refused where it would come to nothing, and changes nothing", async () => {
  const importId = await upload(actor, csv);
  const start = async (changes: object) =>
    startImport(actor, await guessedChoices(actor, importId, changes));
  await expectRefusal(() => start({ column: [null, "notes"] }), "import_maps_nothing");
  await expectRefusal(() => start({ receiverId: cast.inactive.id }), "successor_not_active", {
    successor: cast.inactive.name,
  });
  await expectRefusal(() => start({ receiverId: cast.outsider.id }), "successor_not_active");
  await start({});
  await expectRefusal(() => start({}), "import_begun_already");
});

test("the same form twice starts once, and its mapping is remembered for the next file", async () => {
  const importId = await upload(actor, csv);
  const choices = await guessedChoices(actor, importId, { column: ["company", "email"] });
  const first = await startImport(actor, choices);
  expect(await startImport(actor, choices)).toEqual(first);
  expect(first.data).toMatchObject({ fileName: "people.csv", receiver: { name: cast.admin.name } });
  const jobs = await jobsOf(cast.accountId);
  expect(jobs.filter(({ payload }) => !payload.clears)).toHaveLength(1);
  const next = await getImportPage(actor, await upload(actor, csv.replace("Name", "NAME")));
  expect(next.open?.choices.mapping).toEqual(["company", "email"]);
});

test("cancelled, an import goes no further, and its file is gone", async () => {
  const importId = await upload(actor, csv);
  await startImport(actor, await guessedChoices(actor, importId));
  const requestId = randomUUID();
  const event = await cancelImport(actor, { requestId, importId });
  expect(event.data).toMatchObject({ outcome: "cancelled", added: 0 });
  expect(await cancelImport(actor, { requestId, importId })).toEqual(event);
  expect(await runImport({ accountId: cast.accountId, importId })).toBe("ended before");
  expect(await chunksOf(importId)).toHaveLength(0);
  await expectRefusal(
    () => cancelImport(actor, { requestId: randomUUID(), importId }),
    "import_over",
  );
});

test("wrong rows are downloaded with line, reason and cells, safe for spreadsheets", async () => {
  const importId = await upload(actor, 'Name,E-mail\n"=cmd, x",bob at x\n');
  await startImport(actor, await guessedChoices(actor, importId));
  await runImport({ accountId: cast.accountId, importId });
  const answer = await downloadProblems(actor, importId);
  expect(await answer.text()).toBe(
    "line,taken_in,reason,Name,E-mail\r\n" +
      `2,no,“bob at x” does not look like an e-mail address.,"'=cmd, x",bob at x\r\n`,
  );
});

test.each([
  ["with a header", "Name,E-mail\nAda,ada@x.example\nBob,bob at x\n"],
  ["without one", "Ada,ada@x.example\nBob,bob at x\nCy,cy@x.example\n"],
])("the wrong rows of a file %s, corrected as they were downloaded, go in", async (_, content) => {
  const importId = await upload(actor, content);
  await startImport(
    actor,
    await guessedChoices(actor, importId, { column: ["fullName", "email"] }),
  );
  await runImport({ accountId: cast.accountId, importId });
  const problems = await (await downloadProblems(actor, importId)).text();
  const corrected = problems.replaceAll("bob at x", "bob@x.example");
  expect(await importFile(actor, corrected)).toMatchObject({ added: 1, wrong: 0 });
});

test("a vCard file is taken in card by card, and what cannot be read is listed", async () => {
  const card = (n: number) =>
    `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Person ${n}\r\nEMAIL:p${n}@x.example\r\nEND:VCARD\r\n`;
  const content = `${card(1)}BEGIN:VCARD\r\nnothing\r\nEND:VCARD\r\n${card(2)}${card(1)}`;
  expect(await importFile(actor, content)).toMatchObject({ added: 2, known: 1, wrong: 1 });
});

function chunksOf(importId: string) {
  return owner`select n from import_chunks where import_id = ${importId}`;
}

test("in a large account who gets the contacts is found by a search, and stays chosen", async () => {
  cast = await buildCast({ seatsTotal: 200 });
  actor = await member(cast.admin);
  const content = "First name,E-mail\nAda,a@x.example\n";
  const importId = await upload(actor, content);
  await owner`
    insert into users (account_id, first_name, last_name, email)
    select ${cast.accountId}, 'Aaron', 'Number ' || n, 'aaron' || n || '@many.example'
    from generate_series(1, 101) n`;
  const first = (await getImportPage(actor, importId)).open?.colleagues;
  expect(first).toMatchObject({ hasMore: true, search: "" });
  expect(first?.shown[0]?.id).toBe(actor.userId);
  expect(first?.shown.map(({ id }) => id)).not.toContain(cast.user.id);
  const found = (await getImportPage(actor, importId, "ullman")).open?.colleagues;
  expect(found?.shown.map(({ id }) => id)).toEqual([actor.userId, cast.user.id]);
  await previewImport(actor, await guessedChoices(actor, importId, { receiverId: cast.user.id }));
  const kept = (await getImportPage(actor, importId)).open;
  expect(kept?.choices.receiverId).toBe(cast.user.id);
  expect(kept?.colleagues.shown[0]?.id).toBe(cast.user.id);
});
