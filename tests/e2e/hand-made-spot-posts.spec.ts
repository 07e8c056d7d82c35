import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { openAccount, password } from "#tests/support/e2e-account";
import { type Changes, type Fields, fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import { type Account, expect, type Page, test } from "#tests/support/e2e-test";
import { endSubscription } from "#tests/support/unpaid";

const PAGE = "/admin/subscription";
const ADD = `${PAGE}/add?count=2`;
const REDUCE = `${PAGE}/reduce?step=4&total=8`;
const CARD = `${PAGE}/card`;
const CANCEL = `${PAGE}/cancel`;
const fullNumber = "4242 4242 4242 4242";
const card = { holderName: "Nora Novak", last4: "1881", billingEmail: "nora@novak.example" };

// Posted by hand, they say nothing about the browser's own scripts: once is enough.
test.describe("a form about user spots posted by hand", { tag: "@with-javascript" }, () => {
  test("is nobody's without a sign-in, a plain user's or another account's", async ({
    account,
    enter,
    visit,
    sql,
  }) => {
    const forms = await formsOf(sql, await enter(account.owner), account);
    const stranger = await visit();
    await stranger.goto("/sign-in");
    const plain = await enter(account.emile);
    const outsider = await enter((await openAccount(sql)).owner);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        const answer = await post(stranger, path, fields);
        expect([answer.status(), answer.headers().location]).toEqual([
          303,
          `/sign-in?next=${encodeURIComponent(path)}`,
        ]);
        expect([path, (await post(plain, path, fields)).status()]).toEqual([path, 403]);
        await post(outsider, path, fields);
      }
    });
  });

  test("does no more for an admin than the page does", async ({ account, enter, sql }) => {
    const forms = await formsOf(sql, await enter(account.owner), account);
    const admin = await enter(account.admin);
    await sql`update accounts set owners_keep_seats = true where id = ${account.id}`;
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        const answer = await post(admin, path, fields);
        expect([path, answer.status()]).toEqual([path, 200]);
      }
    });
  });

  test("changes nothing with fields that cannot be, and says why", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.owner);
    const add = await addFields(page);
    const reduce = await fieldsOf(page, REDUCE, "Reduce user spots");
    const change = withFields(await fieldsOf(page, CARD, "Change card holder"), {
      ...card,
      password,
    });
    const again = "Open the page again.";
    const totals: [string | string[] | null, string][] = [
      [null, "Enter a number of user spots."],
      [["11", "12"], "Enter a number of user spots."],
      ["0", "There is at least one user spot."],
      ["-1", "Enter a whole number"],
      ["3.5", "Enter a whole number"],
      ["ten", "Enter a whole number"],
      ["1e9", "Enter a whole number"],
      ["0x10", "Enter a whole number"],
      ["9".repeat(400), "There can be at most 100,000 user spots."],
      ["constructor", "Enter a whole number"],
    ];
    const spots: [Changes, string][] = [
      [{ requestId: "x" }, again],
      [{ seenTotal: null }, again],
      [{ seenTotal: "1e1" }, again],
      [{ seenTotal: "3" }, "Nothing was changed."],
      [{ scheduleId: "x" }, "This entry does not exist."],
      [{ scheduleId: randomUUID() }, "Nothing was changed."],
      [{ reason: "r".repeat(501) }, "The reason can have at most 500 characters."],
      [{ reason: "a\0b" }, "The reason has characters that cannot be kept."],
    ];
    const adds: [Changes, string][] = [
      [{ seenAmount: "0" }, "Nothing was changed."],
      [{ seenAmount: "-1" }, again],
      [{ reduction: "both" }, "Choose whether the reduction stays."],
    ];
    const cards: [Changes, string][] = [
      ...Object.keys(card).map((name): [Changes, string] => [
        { [name]: fullNumber },
        "Never enter a full card number here.",
      ]),
      [{ holderEmail: "4242424242424242@x.example" }, "Never enter a full card number here."],
      [{ holderEmail: account.former.email }, "Nothing was changed."],
      [{ last4: ["1881", "1882"] }, "The last four digits are missing."],
      [{ last4: "188" }, "Enter exactly the last four digits"],
      [{ last4: "١٨٨١" }, "Enter exactly the last four digits"],
      [{ holderName: "a\u202eb" }, "has characters that cannot be kept."],
      [{ holderName: "n".repeat(201) }, "can have at most 200 characters."],
      [{ password: "something else" }, "Nothing was changed."],
    ];
    await changesNothing(sql, account, async () => {
      const rows = (cases: typeof totals) =>
        cases.map(([total, sentence]): [Changes, string] => [{ total }, sentence]);
      await refused(page, ADD, add, [...rows(totals), ...spots, ...adds]);
      await refused(page, REDUCE, reduce, [...rows(totals), ...spots]);
      await refused(page, CARD, change, cards);
    });
  });

  test("changes nothing with files where text belongs", async ({ account, enter, sql }) => {
    const forms = await formsOf(sql, await enter(account.owner), account);
    const owner = await enter(account.owner);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        const form = new FormData();
        for (const [name, value] of fields) {
          form.append(name, name.startsWith("$") ? value : new File([value], "text.txt"));
        }
        const origin = new URL(owner.url()).origin;
        const sent = { multipart: form, maxRedirects: 0, headers: { origin } };
        expect([path, (await owner.request.post(path, sent)).status()]).toEqual([path, 200]);
      }
    });
  });

  test("starts nothing again for another number of spots, or another's sum", async ({
    account,
    enter,
    sql,
  }) => {
    await endSubscription(sql, account.id);
    const page = await enter(account.owner);
    const start = await fieldsOf(page, PAGE, "Start again with 7 user spots for US$105.00");
    await changesNothing(sql, account, () =>
      refused(page, PAGE, start, [
        [{ total: null }, "Enter a number of user spots."],
        [{ total: "8" }, "Nothing was changed."],
        [{ total: "6" }, "Nothing was changed."],
        [{ total: "9" }, "Nothing was changed."],
        [{ seenAmount: "0" }, "Nothing was changed."],
        [{ seenAmount: null }, "Open the page again."],
      ]),
    );
    expect((await post(page, PAGE, start)).status()).toBe(303);
  });

  test("leads nowhere but to the pages of users", async ({ account, enter }) => {
    const page = await enter(account.owner);
    for (const next of [
      "https://evil.example/admin/users",
      "//evil.example/admin/users",
      "/admin/users\n//evil.example",
      "/admin/users/new/../../../sign-out",
      "javascript:alert(1)",
      "/admin/users/new?x=//evil.example",
    ]) {
      const html = await (await page.request.get(`${ADD}&next=${encodeURIComponent(next)}`)).text();
      expect(html).not.toContain('href="https://evil');
      expect(html).not.toContain('href="//evil');
      const answer = await post(page, ADD, withFields(await addFields(page), { next }));
      expect(answer.headers().location).toMatch(/^\/admin\/subscription\/changes\/[\da-f-]{36}$/);
    }
  });

  test("never sends a full card number back, whatever field it stands in", async ({
    account,
    enter,
  }) => {
    const page = await enter(account.owner);
    const change = withFields(await fieldsOf(page, CARD, "Change card holder"), card);
    for (const name of [
      "holderName",
      "last4",
      "billingEmail",
      "holderEmail",
      "password",
      "other",
    ]) {
      for (const number of [
        fullNumber,
        fullNumber.replaceAll(" ", "-"),
        fullNumber.replaceAll(" ", ""),
      ]) {
        const answer = await post(page, CARD, withFields(change, { [name]: number }));
        expect(await answer.text()).not.toContain(number);
      }
    }
    const named = withFields(change, { [fullNumber]: "x", password: "wrong" });
    expect(await (await post(page, CARD, named)).text()).not.toContain(fullNumber);
  });

  test("is shown as text, whatever is in it", async ({ account, enter }) => {
    const page = await enter(account.owner);
    const evil = `<img src=x onerror="document.title='evil'">`;
    const add = withFields(await addFields(page), { reason: evil });
    await page.goto((await post(page, ADD, add)).headers().location ?? "");
    await expect(page.getByRole("main")).toContainText(evil);
    const change = withFields(await fieldsOf(page, CARD, "Change card holder"), {
      ...{ ...card, holderName: evil, password },
    });
    await page.goto((await post(page, CARD, change)).headers().location ?? "");
    await expect(page.getByRole("main")).toContainText(evil);
    await page.goto(PAGE);
    await expect(page.getByRole("main")).toContainText(evil);
    expect(await page.locator("main img").count()).toBe(0);
  });

  test("with the request of another form is refused, and twice is done once", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.owner);
    const add = await addFields(page);
    const twice = () => post(page, ADD, add);
    const answers = [...(await Promise.all([twice(), twice()])), await twice()];
    expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
    const requestId = add.find(([name]) => name === "requestId")?.[1] ?? "";
    const others: [string, string, Changes][] = [
      [REDUCE, "Reduce user spots", {}],
      [CARD, "Change card holder", { ...card, password }],
      [CANCEL, "Cancel the subscription", { password }],
    ];
    await changesNothing(sql, account, async () => {
      for (const [path, button, changes] of others) {
        const fields = withFields(await fieldsOf(page, path, button), { ...changes, requestId });
        const answer = await post(page, path, fields);
        expect(await answer.text()).toContain("This form was sent before, for something else.");
      }
    });
  });
});

async function refused(page: Page, path: string, fields: Fields, cases: [Changes, string][]) {
  for (const [changes, sentence] of cases) {
    const answer = await post(page, path, withFields(fields, changes));
    expect([path, changes, answer.status()]).toEqual([path, changes, 200]);
    expect([path, changes, (await answer.text()).includes(sentence)]).toEqual([
      path,
      changes,
      true,
    ]);
  }
}

/** The button says number and sum. */
async function addFields(page: Page): Promise<Fields> {
  await page.goto(ADD);
  const button = page.getByRole("button", { name: /^Add 2 user spots for / });
  return fieldsOf(page, ADD, (await button.textContent()) ?? "");
}

/** Every form that changes what is paid for, or who pays, filled in by an Owner so that it would work. */
async function formsOf(sql: Sql, page: Page, account: Account): Promise<[string, Fields][]> {
  const add = await addFields(page);
  const reduce = await fieldsOf(page, REDUCE, "Reduce user spots");
  await sql`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
    select ${account.id}, 9, 7, renews_at, ${account.owner.id} from subscriptions
    where account_id = ${account.id}`;
  const rest: [string, string, Changes][] = [
    [PAGE, "Cancel the change", {}],
    [PAGE, "Keep them to Account Owners", {}],
    [CARD, "Change card holder", { ...card, password }],
    [CANCEL, "Cancel the subscription", { password }],
  ];
  const forms: [string, Fields][] = [
    [ADD, add],
    [REDUCE, reduce],
  ];
  for (const [path, button, changes] of rest) {
    forms.push([path, withFields(await fieldsOf(page, path, button), changes)]);
  }
  return forms;
}

async function changesNothing(sql: Sql, account: Account, work: () => Promise<void>) {
  const state = () => sql`
    select to_jsonb(a) as account,
      (select to_jsonb(s) from subscriptions s where account_id = a.id) as subscription,
      (select jsonb_agg(to_jsonb(c) order by id) from seat_changes c where account_id = a.id) as ledger,
      (select jsonb_agg(to_jsonb(s) order by id) from seat_schedules s where account_id = a.id)
        as schedules,
      (select jsonb_agg(to_jsonb(i) order by id) from invoices i where account_id = a.id) as invoices,
      (select jsonb_agg(to_jsonb(c) order by id) from card_changes c where account_id = a.id) as cards,
      (select jsonb_agg(to_jsonb(e) order by id) from audit_events e where account_id = a.id) as events
    from accounts a where a.id = ${account.id}`;
  const before = await state();
  await work();
  expect(await state()).toEqual(before);
}
