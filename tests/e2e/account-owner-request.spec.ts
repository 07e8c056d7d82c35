import { linkIn, mailsTo } from "#tests/support/e2e-mails";
import { alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const path = "/admin/owner-request";
const caseOf = (page: Page, name: string) =>
  page.getByRole("region", { name: new RegExp(`^Case \\d+: ${name}$`) });

test("an admin asks support about the last Owner, who agrees and then objects; everybody sees it, and it is withdrawn", async ({
  account,
  enter,
  visit,
}) => {
  const { owner, admin, otherAdmin } = account;
  // Who follows has signed in once.
  const other = await enter(otherAdmin);
  const page = await enter(admin);
  await page.goto(`/admin/users?q=${owner.email}`);
  await page.getByRole("link", { name: /^Ask support to lift that status/ }).click();
  await expect(page.getByRole("radio", { name: owner.name })).toBeChecked();
  await expect(page.getByRole("main")).toContainText("Nothing happens for 24 hours, until");
  await page.getByLabel("Who becomes Account Owner").selectOption(otherAdmin.id);
  await page.getByLabel("Reason").fill("Left for a company of her own");
  await page.getByRole("button", { name: "Ask support" }).click();
  await expect(statusOf(page)).toContainText(
    "Adam Archer asked support to lift Olive Owens's Account Owner status, with Bea Brandt as the next Account Owner",
  );
  await expect(caseOf(page, owner.name)).toContainText("Our support has not checked it yet.");
  await expect(page.getByRole("button", { name: "Ask support" })).toHaveCount(0);

  const [mail] = await mailsTo(owner.email);
  expect(mail?.text).toContain("> Left for a company of her own");
  const letter = await visit();
  await letter.goto(linkIn(mail));
  await expect(letter.getByRole("main")).toContainText("asked our support to lift your Account");
  await letter.getByRole("button", { name: "I agree" }).click();
  await expect(statusOf(letter)).toContainText("You agreed.");
  await page.goto(path);
  await expect(caseOf(page, owner.name)).toContainText("None: Olive Owens agreed");
  await letter.getByLabel("Why you object").fill("I have thought it over.");
  await letter.getByRole("button", { name: "Object" }).click();
  await expect(statusOf(letter)).toContainText("You objected.");

  // Another admin sees every step, and cannot withdraw what somebody else asked for.
  await other.goto(path);
  await expect(caseOf(other, owner.name)).toContainText("Olive Owens objected. It stops until");
  await expect(other.getByRole("list", { name: /^Steps of case/ })).toContainText(
    "Reason: I have thought it over.",
  );
  await expect(other.getByText(/^Withdraw case/)).toHaveCount(0);

  await page.goto(path);
  await page.getByText(/^Withdraw case/).click();
  await page.getByLabel("Reason").fill("We have talked");
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(statusOf(page)).toContainText("Adam Archer withdrew case");
  await expect(caseOf(page, owner.name)).toContainText("It was withdrawn. Nothing was changed.");
  const ended = (await mailsTo(owner.email, 2)).at(-1);
  expect(ended?.text).toContain("> We have talked");
  await letter.goto(linkIn(mail));
  await expect(alertOf(letter)).toContainText("This link does not work any more");
  await expect(page.getByRole("button", { name: "Ask support" })).toBeVisible();
});

test("taken over from who is no admin any more, and carried out, Make Inactive is back in the row", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  const { id, owner, admin, otherAdmin } = account;
  const page = await enter(otherAdmin);
  await sql`
    insert into owner_requests (account_id, kind, user_id, successor_id, capacity, requested_by,
      requested_by_name, reason, waits_until)
    values (${id}, 'removal', ${owner.id}, ${otherAdmin.id}, 'admin', ${admin.id}, ${admin.name},
      'Has left', now() + interval '1 day')`;
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Take it over" })).toHaveCount(0);
  await sql`update users set role = 'user' where id = ${admin.id}`;
  await page.goto(path);
  await expect(alertOf(page)).toContainText(
    "Adam Archer, who asked for this, is no admin any more.",
  );
  await page.getByRole("button", { name: "Take it over" }).click();
  await expect(statusOf(page)).toContainText("Bea Brandt took over case");
  await expect(alertOf(page)).toHaveCount(0);

  // What two people of support do in the console.
  const agents = await sql<{ id: string }[]>`
    insert into support_agents (first_name, last_name, email, role, password_hash, second_step_secret)
    select 'Rita', role, role || ${id}::text || '@support.example', role, 'none', 'none'
    from unnest(array['agent', 'technical']) role returning id`;
  await sql`
    update owner_requests set agreed_at = now(), verified_at = now(),
      verified_by = ${agents[0]?.id ?? ""} where account_id = ${id}`;
  await sql`
    update owner_requests set ended_at = now(), outcome = 'carried_out',
      ended_by_agent = ${agents[1]?.id ?? ""} where account_id = ${id}`;
  await page.goto(path);
  await expect(caseOf(page, owner.name)).toContainText("Olive Owens is no Account Owner any more.");
  await page.getByRole("link", { name: "Olive Owens’s row" }).click();
  await page.getByRole("link", { name: "Make Inactive: Olive Owens" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Make Olive Owens inactive");
});

test("the card holder confirms at the billing address; forged, foreign and other links say one sentence", {
  tag: "@with-javascript",
}, async ({ account, enter, visit, sql }) => {
  const { id, owner, admin } = account;
  const address = `billing@${owner.email.split("@")[1]}`;
  const asOwner = await enter(owner);
  await sql`
    with request as (
      insert into owner_requests (account_id, kind, user_id, successor_id, capacity,
        requested_by_name, reason, stated_holder, stated_last4, confirm_asked_at, waits_until)
      values (${id}, 'removal', ${owner.id}, ${admin.id}, 'card_holder', 'Paul Payer', 'Has left',
        'Paul Payer', '4242', now(), now() + interval '1 day') returning id)
    select graphile_worker.add_job('tell_of_request',
      json_build_object('accountId', ${id}::text, 'requestId', id, 'news', 'confirm'))
    from request`;
  const link = linkIn((await mailsTo(address)).at(-1));
  const page = await visit();
  const token = link.split("/").at(-1);
  for (const forged of [
    link.slice(0, -1),
    link.replace(id, owner.id),
    `/answer-owner-request/${id}/${token}`,
    `/confirm-owner-request/${id}/${owner.id}`,
    "/confirm-owner-request/x/y",
  ]) {
    await page.goto(forged);
    await expect(alertOf(page)).toContainText("This link does not work any more");
    await expect(page.getByRole("main")).not.toContainText(owner.name);
    await expect(page.getByRole("button")).toHaveCount(0);
  }
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText("Somebody who gave the name Paul Payer");
  await page.getByRole("button", { name: "Confirm that I asked" }).click();
  await expect(statusOf(page)).toContainText("You confirmed it.");

  // The Owner concerned, signed in, is led to the answer.
  await asOwner.goto(path);
  await expect(caseOf(asOwner, owner.name)).toContainText("Paul Payer, the card holder");
  await asOwner.getByRole("link", { name: "Agree or object" }).click();
  await asOwner.getByRole("button", { name: "Object" }).click();
  await expect(statusOf(asOwner)).toContainText("You objected.");
});
