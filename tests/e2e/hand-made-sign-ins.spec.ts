import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { openAccount, password } from "#tests/support/e2e-account";
import { type Changes, type Fields, fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import { type Account, expect, type Page, test } from "#tests/support/e2e-test";

const fresh = "four green frogs sing";
const chosen = { current: password, password: fresh, again: fresh };

// Posted by hand, they say nothing about the browser's own scripts: once is enough.
test.describe("a form about sign-ins posted by hand", { tag: "@with-javascript" }, () => {
  test("is nobody's without a sign-in, and ends nothing of anybody else's", async ({
    account,
    enter,
    visit,
    sql,
  }) => {
    const carl = await enter(account.carl);
    await enter(account.carl);
    const forms = await formsOf(sql, carl, account);
    const stranger = await visit();
    await stranger.goto("/sign-in");
    const others = [
      await enter(account.admin),
      await enter(account.owner),
      await enter((await openAccount(sql)).admin),
    ];
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        const answer = await post(stranger, path, fields);
        expect([path, answer.status()]).toEqual([path, 303]);
        expect(answer.headers().location).toContain("/sign-in?next=");
      }
      const [[path, fields] = ["", []]] = forms;
      for (const other of others) {
        expect((await post(other, path, fields)).status()).toBe(404);
      }
    });
  });

  test("changes nothing with fields that cannot be, and says why", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.carl);
    await enter(account.carl);
    const [end, all, change] = await formsOf(sql, page, account);
    const incomplete = "The form is incomplete. Open the page again.";
    const requests: Changes[] = [
      { requestId: null },
      { requestId: "1 or 1=1" },
      { requestId: [randomUUID(), randomUUID()] },
    ];
    const absurd: [[string, Fields], Changes, string][] = [
      ...[end, all, change].flatMap((form) =>
        requests.map((changes): [[string, Fields], Changes, string] => [form, changes, incomplete]),
      ),
      [end, { sessionId: null }, "This entry does not exist."],
      [end, { sessionId: "x" }, "This entry does not exist."],
      [end, { sessionId: [randomUUID(), randomUUID()] }, "This entry does not exist."],
      [end, { sessionId: await thisSession(sql, account) }, "This is the sign-in you are using."],
      [change, { current: null }, "Password is missing."],
      [change, { current: "" }, "Password is missing."],
      [change, { current: ["a", "b"] }, "Password is missing."],
      [change, { current: "a\0b" }, "Password has characters that cannot be kept."],
      [change, { current: "not the password" }, "This is not your password."],
      [change, { password: null }, "Password is missing."],
      [change, { password: "eleven char", again: "eleven char" }, "Use at least 12 characters."],
      [change, { password: "x".repeat(201) }, "A password has at most 200 characters."],
      [change, { again: null }, "Repeat the password."],
      [change, { again: `${fresh} ` }, "The two passwords differ."],
    ];
    await changesNothing(sql, account, async () => {
      for (const [[path, fields], changes, sentence] of absurd) {
        const answer = await post(page, path, withFields(fields, changes));
        expect([changes, answer.status()]).toEqual([changes, 200]);
        expect(await answer.text()).toContain(sentence);
      }
    });
  });

  test("from another site, or of ten megabytes, is refused", async ({ account, enter, sql }) => {
    const page = await enter(account.carl);
    await enter(account.carl);
    const forms = await formsOf(sql, page, account);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        for (const origin of ["https://evil.example", "null"]) {
          const answer = await page.request.post(path, {
            multipart: formOf(fields),
            maxRedirects: 0,
            headers: { origin },
          });
          expect([path, origin, answer.status()]).toEqual([path, origin, 403]);
        }
        const huge = withFields(fields, { more: "m".repeat(10_000_000) });
        expect((await post(page, path, huge)).status()).toBe(413);
      }
    });
  });

  test("twice, one after the other or at once, is done once and shows one result", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.carl);
    await enter(account.carl);
    await enter(account.carl);
    for (const [path, fields] of await formsOf(sql, page, account)) {
      const twice = () => post(page, path, fields);
      const answers = [...(await Promise.all([twice(), twice(), twice()])), await twice()];
      expect([path, answers.map((answer) => answer.status())]).toEqual([
        path,
        [303, 303, 303, 303],
      ]);
      expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
    }
    const done = await sql`
      select kind from audit_events where account_id = ${account.id}
        and kind in ('user.session_ended', 'user.password_changed') order by id`;
    expect(done.map(({ kind }) => kind)).toEqual([
      "user.session_ended",
      "user.session_ended",
      "user.password_changed",
    ]);
  });

  test("asks for a new password for nobody with an address that is none", async ({
    account,
    visit,
    sql,
  }) => {
    const page = await visit();
    await page.goto("/forgotten-password");
    const fields = await fieldsOf(page, "/forgotten-password", "Send me a link");
    const long = `${"x".repeat(320)}@x.example`;
    await changesNothing(sql, account, async () => {
      for (const [email, sentence] of [
        [null, "E-mail is missing."],
        ["", "E-mail is missing."],
        [[account.carl.email, account.dora.email], "E-mail is missing."],
        [`${account.carl.email}, ${account.dora.email}`, "does not look like an e-mail address"],
        [`${account.carl.email}\0`, "E-mail has characters that cannot be kept."],
        [`${account.carl.email}\r\nBcc: x@x.example`, "that cannot be kept."],
        [long, "E-mail can have at most 320 characters."],
        ["' or 1=1 --@x.example", "does not look like an e-mail address"],
      ] as const) {
        const answer = await post(
          page,
          "/forgotten-password",
          withFields(fields, { email: email && [email].flat() }),
        );
        expect([email, answer.status()]).toEqual([email, 200]);
        expect(await answer.text()).toContain(sentence);
      }
    });
  });
});

/** End one, end all others, change the password: as the pages sent them, filled in. */
async function formsOf(sql: Sql, page: Page, account: Account) {
  const [other] = await sql`
    select id from sessions where user_id = ${account.carl.id} and ended_at is null
      and id <> ${await thisSession(sql, account)} order by id desc limit 1`;
  const end = withFields(await fieldsOf(page, "/sign-ins", "End"), { sessionId: other?.id });
  const change = await fieldsOf(page, "/sign-ins/password", "Change password");
  const forms: [[string, Fields], [string, Fields], [string, Fields]] = [
    ["/sign-ins", end],
    ["/sign-ins", await fieldsOf(page, "/sign-ins", "End all others")],
    ["/sign-ins/password", withFields(change, chosen)],
  ];
  return forms;
}

/** Carl's first sign-in, which the page of these stories has. */
async function thisSession(sql: Sql, { carl }: Account): Promise<string> {
  const [session] = await sql`select id from sessions where user_id = ${carl.id} order by id`;
  return session?.id;
}

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

async function changesNothing(sql: Sql, account: Account, work: () => Promise<void>) {
  const state = () => sql`
    select (select jsonb_agg(to_jsonb(s) - 'last_used_at' order by id) from sessions s
        where account_id = ${account.id}) as sessions,
      (select jsonb_agg(to_jsonb(u) order by id) from users u where account_id = ${account.id}) as users,
      (select jsonb_agg(to_jsonb(l) order by id) from password_links l
        where account_id = ${account.id}) as links,
      (select count(*) from audit_events where account_id = ${account.id}) as events`;
  const before = await state();
  await work();
  expect(await state()).toEqual(before);
}
