import { expect, test } from "#tests/support/e2e-test";

test("the account log tells every change as a sentence, newest first, and can be paged", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await page.goto(`/contacts/${account.contact.id}`);
  await page.getByLabel("What happened").fill("Rang twice");
  await page.getByRole("button", { name: "Add to History" }).click();
  await expect(page.getByRole("list", { name: /^History/ })).toContainText("Rang twice");

  await page.goto("/admin");
  await page.getByRole("link", { name: "Account log" }).click();
  const events = page.getByRole("list", { name: "Events" }).getByRole("listitem");
  await expect(events.first()).toContainText(
    `${account.admin.name} added a note to the History of ${account.contact.name}.`,
  );
  await expect(events.nth(1)).toContainText(
    new RegExp(`${account.admin.name} signed in with Chrome on`),
  );
  await expect(page.getByRole("main")).not.toContainText("Rang twice");

  await sql`
    insert into audit_events (account_id, kind, actor_kind, actor_name, user_name, data)
    select ${account.id}, 'user.signed_out', 'member', ${account.carl.name},
      ${account.carl.name}, '{}'
    from generate_series(1, 60)`;
  await page.reload();
  await expect(events.first()).toContainText(`${account.carl.name} signed out.`);
  const newest = await events.count();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(events.last()).toContainText("signed in with");
  expect(newest + (await events.count())).toBe(62);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(events).toHaveCount(newest);
});

test("the subscription shows the spots, the card on file and every change of the total", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Update subscription" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Subscription");
  const main = page.getByRole("main");
  await expect(main).toContainText("7 of 9 user spots used, 2 open");
  await expect(main).toContainText("Paul Payer");
  await expect(main).toContainText("ends in 4242");
  await expect(main.getByRole("row", { name: /Account opened/ })).toContainText("9");
});
