import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { openAccount } from "#tests/support/e2e-account";
import { type Fields, fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import { type Account, expect, type Page, test } from "#tests/support/e2e-test";

// Posted by hand, they say nothing about the browser's own scripts: once is enough.
test.describe("a form about contacts posted by hand", { tag: "@with-javascript" }, () => {
  test("is nobody's but its admin's, at whatever address", async ({
    account,
    enter,
    visit,
    sql,
  }) => {
    const admin = await enter(account.admin);
    const stranger = await visit();
    await stranger.goto("/sign-in");
    const senders: [Page, RegExp][] = [
      [await enter(account.carl), /^(200|403|404|409) $/],
      [await enter((await openAccount(sql)).admin), /^(200|404|409) $/],
      [stranger, /^(303 \/sign-in.*|409 )$/],
    ];
    const forms = await formsOf(sql, admin, account);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        for (const [page, expected] of senders) {
          for (const address of [path, "/contacts"]) {
            const answer = await post(page, address, fields);
            const { location = "" } = answer.headers();
            expect(`${answer.status()} ${location}`, `${path} to ${address}`).toMatch(expected);
          }
        }
      }
    });
    for (const [path, fields] of forms.slice(0, 2)) {
      expect((await post(admin, path, fields)).status(), path).toBe(303);
    }
  });
});

test("what a browser asks for by itself answers its own people alone", {
  tag: "@with-javascript",
}, async ({ account, enter, visit, sql }) => {
  const transferId = await plannedTransfer(sql, account);
  const [admin, plain] = [await enter(account.admin), await enter(account.carl)];
  const outsider = await enter((await openAccount(sql)).admin);
  const stranger = await visit();
  const imported = `/contacts/import/${account.importId}`;
  const routes: [string, number][] = [
    [`${imported}/progress`, 403],
    [`${imported}/problems`, 403],
    [`/transfers/${transferId}/progress`, 404],
  ];
  const ask = async (page: Page, method: string, path: string) =>
    (await page.request.fetch(path, { method, maxRedirects: 0 })).status();
  await changesNothing(sql, account, async () => {
    for (const [path, toPlain] of routes) {
      const answers = [admin, plain, outsider, stranger].map((page) => ask(page, "GET", path));
      expect([path, await Promise.all(answers)]).toEqual([path, [200, toPlain, 404, 307]]);
      expect([path, await ask(admin, "HEAD", path)]).toEqual([path, 200]);
      for (const method of ["OPTIONS", "PUT", "DELETE", "POST"]) {
        expect([path, method, await ask(admin, method, path)]).toEqual([path, method, 405]);
      }
      for (const id of [randomUUID(), "1", "%20", "x'--", "..%2f..", "a".repeat(300)]) {
        const forged = path.replace(account.importId, id).replace(transferId, id);
        expect([forged, await ask(admin, "GET", forged)]).toEqual([forged, 404]);
      }
    }
  });
});

/** Every form about contacts that a plain user may not send, filled in so that it would work. */
async function formsOf(sql: Sql, page: Page, account: Account): Promise<[string, Fields][]> {
  const { leaver, dora, former, contact, importId } = account;
  const [other, deleted] = await sql<{ id: string }[]>`
    select c.id from contacts c join books b on b.id = c.book_id
    where b.assignee_id = ${leaver.id} and c.id <> ${contact.id} order by c.id limit 2`;
  await sql`update contacts set deleted_at = now() where id = ${deleted?.id ?? ""}`;
  const forms: [string, string, Record<string, string>][] = [
    [`/contacts/${contact.id}/delete`, "Delete contact", {}],
    [`/contacts/${contact.id}/merge?with=${other?.id}`, "Merge", {}],
    ["/contacts/deleted", "Restore", {}],
    [`/contacts/import/${importId}`, "Start the import", { intent: "start" }],
    [`/contacts/import/${importId}`, "Start the import", { intent: "preview", known: "update" }],
    [`/contacts/import/${importId}`, "Discard this file", {}],
    [`/transfers/${await plannedTransfer(sql, account)}`, "Cancel the reassignment", {}],
    [`/contacts?assignee=${leaver.id}&book=own`, "Save the name", { name: "By hand" }],
    [
      `/contacts/reassign?contact=${contact.id}&how=one&to=${dora.id}&preview=yes`,
      "Reassign 1 contact",
      {},
    ],
    [
      `/contacts/reassign?assignee=${former.id}&all=yes&how=one&to=${dora.id}&preview=yes`,
      "Reassign 3 contacts",
      {},
    ],
  ];
  const filled: [string, Fields][] = [];
  for (const [path, button, values] of forms) {
    filled.push([path, withFields(await fieldsOf(page, path, button), values)]);
  }
  return filled;
}

/** One that no job carries out. */
async function plannedTransfer(sql: Sql, { id, admin, leaver, dora }: Account): Promise<string> {
  const [planned] = await sql<{ id: string }[]>`
    insert into planned_transfers (account_id, kind, by_user_id, from_user_id, selection, plan)
    values (${id}, 'reassignment', ${admin.id}, ${leaver.id},
      ${sql.json({ search: "", assignee: leaver.id })}, ${sql.json({ kind: "one", to: dora.id })})
    returning id`;
  return planned?.id ?? "";
}

async function changesNothing(sql: Sql, account: Account, work: () => Promise<void>) {
  const tables = [
    ...["contacts", "books", "imports", "import_chunks", "import_mappings", "planned_transfers"],
    ...["transfers", "audit_events", "history_entries"],
  ];
  const state = () =>
    Promise.all(
      tables.map(
        (table) => sql`
        select ${table} as name, md5(string_agg(t::text, '' order by t::text)) as hash
        from ${sql(table)} t where account_id = ${account.id}`,
      ),
    );
  const before = await state();
  await work();
  expect(await state()).toEqual(before);
}
