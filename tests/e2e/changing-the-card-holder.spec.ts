import { password } from "#tests/support/e2e-account";
import { fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";
import { type Account, alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const path = "/admin/subscription/card";
const number = "4111 1111 1111 1111";

async function fill(page: Page, account: Account, change: { name?: string; holder?: string } = {}) {
  await page.goto(path);
  await page.getByLabel("Card holder’s name").fill(change.name ?? "Rosa Reyes");
  await page.getByLabel("Last four digits of the card").fill("4417");
  await page.getByLabel("Billing e-mail").fill(newAddress(account));
  await page.getByLabel("E-mail of the user").fill(change.holder ?? "");
}

const slugOf = ({ owner }: Account) => owner.email.split("@")[1] ?? "";
const newAddress = (account: Account) => `bills@new.${slugOf(account)}`;
const oldAddress = (account: Account) => `billing@${slugOf(account)}`;
const onFile = (page: Page) => page.getByRole("region", { name: "Card on file" });
const underWay = (page: Page) => page.getByRole("region", { name: "Change under way" });

test("an Owner changes it at once, and both addresses are told", async ({ account, enter }) => {
  const page = await enter(account.owner);
  await fill(page, account, { holder: account.owner.email });
  await page.getByLabel("Your password").fill("not my password");
  await page.getByRole("button", { name: "Change card holder" }).click();
  await expect(alertOf(page)).toContainText("This is not your password. Nothing was changed.");
  await expect(page.getByLabel("Card holder’s name")).toHaveValue("Rosa Reyes");
  await expect(onFile(page)).toContainText("Paul Payer");

  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Change card holder" }).click();
  await expect(statusOf(page)).toContainText("On file now: Rosa Reyes’s card, which ends in 4417.");
  await expect(onFile(page)).toContainText("Rosa Reyes, who is the user Olive Owens");
  await expect(onFile(page)).toContainText(newAddress(account));
  for (const address of [oldAddress(account), newAddress(account)]) {
    const [mail] = await mailsTo(address);
    expect(mail?.text).toContain(
      "Olive Owens changed it to Rosa Reyes’s card, which ends in 4417.",
    );
  }
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText(
    "Olive Owens changed the card on file from Paul Payer’s, which ends in 4242 to Rosa Reyes’s, which ends in 4417",
  );
});

test("another admin's counts once the present billing address has confirmed it", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.admin);
  await fill(page, account);
  await page.getByRole("button", { name: "Ask for the change" }).click();
  await expect(statusOf(page)).toContainText(`A mail with a link went to ${oldAddress(account)}.`);
  await expect(onFile(page)).toContainText("Paul Payer");
  await expect(underWay(page)).toContainText("by Adam Archer on");

  const [mail] = await mailsTo(oldAddress(account));
  const payer = await visit();
  await payer.goto(linkIn(mail));
  const main = payer.getByRole("main");
  await expect(main).toContainText(account.name);
  await expect(main).toContainText("Adam Archer");
  await expect(main).toContainText("from now on: Rosa Reyes’s, which ends in 4417.");
  await expect(main).not.toContainText("@new.");
  await expect(onFile(page)).toContainText("Paul Payer");
  await payer.getByRole("button", { name: "Confirm the new card" }).click();
  await expect(statusOf(payer)).toContainText("The card that ends in 4417 is on file now.");
  // Opened again, it is done already.
  await payer.goto(linkIn(mail));
  await expect(statusOf(payer)).toContainText("The card that ends in 4417 is on file now.");

  await page.goto(path);
  await expect(onFile(page)).toContainText("Rosa Reyes");
  await expect(underWay(page)).toHaveCount(0);
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText(`${oldAddress(account)} confirmed it.`);
});

test("a cancelled change, and one that another took the place of, leave dead links", async ({
  account,
  enter,
  visit,
}) => {
  const page = await enter(account.admin);
  await fill(page, account);
  await page.getByRole("button", { name: "Ask for the change" }).click();
  await expect(underWay(page)).toBeVisible();
  const other = await enter(account.otherAdmin);
  await fill(other, account, { name: "Nora Novak" });
  await other.getByRole("button", { name: "Ask for the change" }).click();
  await expect(underWay(other)).toContainText("by Bea Brandt on");
  await page.goto(path);
  await page.getByRole("button", { name: "Cancel it" }).click();
  await expect(statusOf(page)).toContainText("The change to Nora Novak’s card");
  await expect(underWay(page)).toHaveCount(0);

  const payer = await visit();
  for (const mail of await mailsTo(oldAddress(account), 2)) {
    await payer.goto(linkIn(mail));
    await expect(alertOf(payer)).toContainText("This change of the card on file is over");
    await expect(payer.getByRole("button")).toHaveCount(0);
  }
});

test("a forged link says that there is nothing to confirm", async ({ account, visit }) => {
  const page = await visit();
  for (const forged of [`${account.id}/${"x".repeat(43)}`, `${account.id}/x`, "no-account/x"]) {
    await page.goto(`/confirm-card/${forged}`);
    await expect(alertOf(page)).toContainText("This change of the card on file is over");
    await expect(page.getByRole("main")).not.toContainText(account.name);
  }
});

test("a full card number is refused, and never comes back", async ({ account, enter, sql }) => {
  const page = await enter(account.admin);
  await fill(page, account, { name: `Rosa Reyes ${number}` });
  await page.getByRole("button", { name: "Ask for the change" }).click();
  await expect(alertOf(page)).toContainText("Never enter a full card number here.");
  await expect(page.getByLabel("Card holder’s name")).toHaveValue("");
  await expect(page.getByLabel("Billing e-mail")).toHaveValue(newAddress(account));
  expect(await page.content()).not.toMatch(/4111/);

  const fields = await fieldsOf(page, path, "Ask for the change");
  const right = {
    ...{ holderName: "Rosa Reyes", last4: "4417", billingEmail: newAddress(account) },
    holderEmail: "",
  };
  const wrong: Record<string, string | string[]>[] = [
    { last4: number },
    { last4: number.replaceAll(" ", "") },
    { last4: ["4417", number] },
    { billingEmail: `${number.replaceAll(" ", "-")}@x.example` },
    { holderEmail: number },
    // A field that nobody asked for is not read, and not shown either.
    { last4: "44", note: number },
    { last4: "44", [number]: "note" },
  ];
  for (const change of wrong) {
    const answer = await post(page, path, withFields(fields, { ...right, ...change }));
    const html = await answer.text();
    expect(html).toContain("Nothing was changed yet.");
    expect(html).not.toMatch(/4111[\s-]?1111/);
  }
  const [kept] = await sql`
    select (select count(*)::int from card_changes where account_id = ${account.id}) as changes,
      (select count(*)::int from audit_events where account_id = ${account.id}
        and kind like 'card.%') as events`;
  expect(kept).toEqual({ changes: 0, events: 0 });
});

test("an account that is not paid for works again with another card", async ({
  account,
  enter,
  sql,
}) => {
  await sql`
    with invoice as (
      insert into invoices (account_id, kind, issued_at, currency, amount, status)
      values (${account.id}, 'period', now(), 'USD', 13500, 'open') returning account_id, id)
    insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
      period_end, from_on, days, amount)
    select s.account_id, i.id, 1, 9, 1500, s.period_start, s.period_end, s.period_start,
      s.period_end - s.period_start, 13500
    from invoice i join subscriptions s using (account_id)`;
  await sql`
    update subscriptions set status = 'past_due', past_due_since = now(), read_only_at = now()
    where account_id = ${account.id}`;
  const page = await enter(account.owner);
  await fill(page, account);
  await expect(alertOf(page)).toContainText("Not paid yet: invoice 1 over $135.00.");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Change card holder" }).click();
  await expect(statusOf(page)).toContainText("On file now");
  await expect(page.getByRole("main")).not.toContainText("Not paid yet");
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText("Invoice 1 over $135.00 was paid.");
});
