import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addContacts } from "#db/seed/add-contacts";
import { seed } from "#db/seed/seed";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { testDatabase } from "#tests/support/database";

const { ownerUrl } = testDatabase();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "handover-contacts-"));
  await seed(ownerUrl);
});

afterAll(() => rm(folder, { recursive: true }));

test("a file's contacts become user1's, and the same file again adds nothing", async () => {
  const file = await write(
    "first_name,last_name,company_name,address,city,county,state,zip,phone1,phone2,email,web",
    'Ada,Ames,"Ames, Ltd",1 Elm St,Saco,York,ME,04072,207-555-0101,207-555-0102,ada@ames.example,ames.example',
    ",,Corner Shop,,,,,,207-555-0103,,,",
  );
  expect(await addContacts(ownerUrl, file)).toEqual({ added: 2, known: 0, wrong: [] });
  const rows = await sql`
    select c.name, c.company, c.street, c.city, c.state, c.postal_code as zip, c.phone, c.mobile,
      c.website, u.email as assignee, b.is_main as "isMain"
    from contacts c
    join books b on b.account_id = c.account_id and b.id = c.book_id
    join users u on u.account_id = b.account_id and u.id = b.assignee_id
    where c.email = 'ada@ames.example'`;
  expect(rows).toEqual([
    {
      ...{ name: "Ada Ames", company: "Ames, Ltd", website: "ames.example" },
      ...{ street: "1 Elm St", city: "Saco", state: "ME", zip: "04072" },
      ...{ phone: "207-555-0101", mobile: "207-555-0102" },
      ...{ assignee: "user1@alder.example", isMain: true },
    },
  ]);

  const before = await fingerprint();
  expect(await addContacts(ownerUrl, file)).toEqual({ added: 0, known: 2, wrong: [] });
  expect(await fingerprint()).toEqual(before);
});

test("other names of columns, semicolons and a byte order mark are read, and doubles are one", async () => {
  const file = await write(
    "\uFEFFGiven Name;Surname;E-mail;Organization;Phone",
    "Zoé;Quill;zoe@quill.example;;",
    "Zoe;Q.;ZOE@QUILL.example;;",
    "Bo;Brook;;Brook Farm;555-0104",
    "BO;brook;;brook farm;555-0104",
    "Bo;Brook;;Brook Farm;555-0105",
  );
  expect(await addContacts(ownerUrl, file)).toEqual({ added: 3, known: 2, wrong: [] });
});

test("two at once add each contact once", async () => {
  const file = await write("name,email", "Cy Dale,cy@dale.example", "Di Dale,di@dale.example");
  const results = await Promise.all([addContacts(ownerUrl, file), addContacts(ownerUrl, file)]);
  expect(results.map(({ added }) => added).toSorted()).toEqual([0, 2]);
});

test("lines that are no contact are left out and named, and the others are added", async () => {
  const file = await write(
    ...["Name,E-mail,City", ",,Saco", "Ed Elm,ed at elm,Saco", `${"x".repeat(400)},,`],
    ...["N\0l,,", "Eve Elm,eve@elm.example,Saco,more", "", '"Flo', 'Fir",flo@fir.example,Saco'],
  );
  const { added, wrong } = await addContacts(ownerUrl, file);
  expect(added).toBe(1);
  expect(wrong).toEqual([
    { line: 2, why: "it has no name, company, e-mail or phone" },
    { line: 3, why: "ed at elm is no e-mail address" },
    { line: 4, why: "a field is longer than 320 characters" },
    { line: 5, why: "it has characters that cannot be kept" },
    { line: 6, why: "it has more fields than the first line" },
  ]);
});

test.each([
  ["is missing", () => join(folder, "none.csv"), /none\.csv cannot be read: there is no such file/],
  ["is a folder", () => folder, /cannot be read: it is a folder, not a file/],
  ["is empty", () => write(""), /\.csv is empty\./],
  ["has blank lines alone", () => write("", "  "), /\.csv is empty\./],
  ["has no usable header", () => write("a,b", "1,2"), /first line .* names no column/],
  ["has a quote that never ends", () => write("name", '"Gil'), /cannot be read: Quote Not Closed/],
  ["is no UTF-8", () => write(Buffer.from("name\nJos\xe9", "latin1")), /it is not text in UTF-8/],
])("a file that %s is refused with a sentence, and nothing is added", async (_, file, sentence) => {
  const before = await fingerprint();
  await expect(addContacts(ownerUrl, await file())).rejects.toThrow(sentence);
  expect(await fingerprint()).toEqual(before);
});

test("nothing is added while user1 is inactive", async () => {
  const file = await write("name", "Hal Holt");
  await sql`update users set status = 'inactive' where email = 'user1@alder.example'`;
  const before = await fingerprint();
  await expect(addContacts(ownerUrl, file)).rejects.toThrow("user1@alder.example is inactive");
  expect(await fingerprint()).toEqual(before);
});

let files = 0;

async function write(...content: string[] | [Buffer]): Promise<string> {
  const file = join(folder, `contacts-${files++}.csv`);
  await writeFile(file, content[0] instanceof Buffer ? content[0] : content.join("\n"));
  return file;
}
