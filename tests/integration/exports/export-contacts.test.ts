import { parse } from "csv-parse/sync";
import { sql as drizzleSql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { countSelected } from "#lib/contacts/count-selected";
import { getExportPage } from "#lib/contacts/export-page";
import { contactFilterSchema } from "#lib/contacts/filter";
import { type ContactSelection, contactSelectionSchema } from "#lib/contacts/selection";
import { CONTACTS_PIECE, contactPieces } from "#lib/exports/contact-pieces";
import { downloadContacts } from "#lib/exports/download-contacts";
import { exportContacts } from "#lib/exports/export-contacts";
import { read } from "#lib/transaction";
import { owner as sql } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";

const all = contactSelectionSchema.parse({});

/** As of now, of very many: then no index is asked for them. */
const now = () => ({ at: new Date(), count: 1_000_000 });

async function begin(contacts = 12) {
  const cast = await buildCast({ contacts });
  return { cast, admin: await member(cast.admin) };
}

async function namesIn(actor: Member, selection: ContactSelection): Promise<string[]> {
  const response = await downloadContacts(actor, { format: "csv", selection });
  const rows = parse(await response.text(), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  return rows.map((row) => `${row["First name"]} ${row["Last name"]}`).toSorted();
}

/** The same by the way that very many are read. */
async function namesOfMany(actor: Member, selection: ContactSelection): Promise<string[]> {
  const pieces = await Array.fromAsync(contactPieces(actor, { format: "csv", selection }, now()));
  const rows = parse(pieces.join(""), { bom: true, columns: true }) as Record<string, string>[];
  return rows.map((row) => `${row["First name"]} ${row["Last name"]}`).toSorted();
}

async function namesShown(actor: Member, selection: ContactSelection): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { page } = await getContactsPage(
      actor,
      contactFilterSchema.parse({ ...selection, cursor }),
    );
    names.push(...page.rows.map(({ name }) => name));
    cursor = page.next ?? undefined;
  } while (cursor);
  return names.toSorted();
}

test("an export holds exactly what the Contact Table shows under the same selection", async () => {
  const { cast, admin } = await begin(2 * CONTACTS_PIECE + 50);
  await addContacts(cast.successor, 30);
  await sql`update users set status = 'inactive' where id = ${cast.successor.id}`;
  await sql`update contacts set deleted_at = now() where company = 'Company 7' and first_name = 'Contact'`;
  const selections: Partial<ContactSelection>[] = [
    {},
    { search: "number 77" },
    { search: "NUMBER contact 1" },
    { search: "100%" },
    { search: "u" },
    { search: "u 7" },
    { search: "7" },
    { search: "%" },
    { search: "--" },
    { assignee: cast.successor.id },
    { assignee: "inactive" },
    { assignee: cast.user.id, search: "company 3" },
  ];
  for (const each of selections) {
    const selection = contactSelectionSchema.parse(each);
    const shown = await namesShown(admin, selection);
    expect(await namesIn(admin, selection), JSON.stringify(each)).toEqual(shown);
    expect(await namesOfMany(admin, selection), JSON.stringify(each)).toEqual(shown);
    const count = await read(admin, (tx) => countSelected(tx, cast.accountId, selection));
    expect(count, JSON.stringify(each)).toEqual({ count: shown.length, hasMore: false });
  }
  const own = { ...all, book: "own" as const };
  expect(await namesIn(admin, own)).toEqual(await namesIn(admin, all));
});

test("a search finds in an export what it finds in the table and in a selection, rare or in most rows", async () => {
  const { cast, admin } = await begin(30);
  await sql`
    insert into contacts (account_id, book_id, first_name, last_name, company, phone)
    select account_id, id, v.* from books cross join (values
      ('Jo', 'Abb', '100% Öl_Handel', '+49 (30) 12'), ('', 'Joab', 'A B', ''), ('Иван', 'Ли', '北京', ''),
      ('Max', 'O''Jo', 'back\\slash', '030-12')) v
    where account_id = ${cast.accountId} and assignee_id = ${cast.user.id} and is_main`;
  const searches = ["j", "jo ab", "o", "30", "12", "100%", "% jo", "öl_", "\\", "&", "_", "co 1"];
  for (const search of [...searches, "иван", "ли", "北京", "number contact", "JOAB", "number 7"]) {
    const selection = contactSelectionSchema.parse({ search });
    const { page, total } = await getContactsPage(admin, contactFilterSchema.parse({ search }));
    const { count } = await getExportPage(admin, selection);
    const [matching] = await read(admin, (tx) =>
      tx.execute<{ n: number }>(
        drizzleSql`select count(*)::int as n from contacts_matching(${search})`,
      ),
    );
    const rows = await namesIn(admin, selection);
    const counts = [count, rows.length, page.rows.length, matching?.n];
    expect([search, ...counts]).toEqual([search, ...Array(4).fill(total)]);
    expect(await namesOfMany(admin, selection), search).toEqual(rows);
  }
});

test("the log says by whom, as what, how many and which", async () => {
  const { cast, admin } = await begin();
  const selection = contactSelectionSchema.parse({ search: "number", assignee: cast.user.id });
  const event = await exportContacts(admin, { format: "vcard", selection });
  expect(event).toMatchObject({
    kind: "contacts.exported",
    actorName: "Adam Aalto",
    data: { format: "vcard", count: 12, search: "number", assignee: "Uma Ullman" },
  });
  const whole = await exportContacts(admin, { format: "csv", selection: all });
  expect(whole.data).toEqual({ format: "csv", count: 12 });
});

test("a file says its name and kind and is kept nowhere", async () => {
  const { admin } = await begin();
  for (const [format, ending, type] of [
    ["csv", "csv", "text/csv; charset=utf-8; header=present"],
    ["vcard", "vcf", "text/vcard; charset=utf-8"],
  ] as const) {
    const response = await downloadContacts(admin, { format, selection: all });
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": type,
      "content-disposition": expect.stringMatching(
        `^attachment; filename="contacts-brightwater-\\d{4}-\\d\\d-\\d\\d\\.${ending}"$`,
      ),
      "cache-control": "no-store",
    });
    expect((await response.text()).match(/contact\d+@mail\.example/g)).toHaveLength(12);
  }
});

test("only an active admin exports, and nothing of another account", async () => {
  const { cast, admin } = await begin();
  const user = await member(cast.user);
  const input = { format: "csv", selection: all } as const;
  await expectRefusal(() => exportContacts(user, input), "not_admin");
  const outsider = await member(cast.outsider);
  expect(await namesIn(outsider, all)).toEqual([]);
  expect(await namesIn(outsider, { ...all, assignee: cast.user.id })).toEqual([]);
  const page = await getExportPage(outsider, { ...all, assignee: cast.user.id });
  expect(page).toEqual({ count: 0, hasMore: false, described: { assignee: "nobody" } });
  await sql`update users set status = 'inactive' where id = ${cast.admin.id}`;
  await expectRefusal(() => exportContacts(admin, input), "access_ended");
});

test.each([
  [
    "made inactive",
    "access_ended",
    (cast: Cast) => sql`
    update users set status = 'inactive' where id = ${cast.admin.id}`,
  ],
  [
    "made a plain user",
    "not_admin",
    (cast: Cast) => sql`
    update users set role = 'user' where id = ${cast.admin.id}`,
  ],
] as const)("who is %s in the middle receives no further piece", async (_what, code, change) => {
  const { cast, admin } = await begin(3 * CONTACTS_PIECE);
  const pieces = contactPieces(admin, { format: "vcard", selection: all }, now());
  expect((await pieces.next()).value).toContain("BEGIN:VCARD");
  await change(cast);
  await expect(pieces.next()).rejects.toMatchObject({ code });
});

test("what is added after the export began is not in it", async () => {
  const { cast, admin } = await begin(CONTACTS_PIECE + 1);
  const pieces = contactPieces(admin, { format: "vcard", selection: all }, now());
  let cards = (await pieces.next()).value?.match(/BEGIN:VCARD/g)?.length ?? 0;
  await addContacts(cast.user, 5);
  for await (const piece of pieces) cards += piece.match(/BEGIN:VCARD/g)?.length ?? 0;
  expect(cards).toBe(CONTACTS_PIECE + 1);
});
