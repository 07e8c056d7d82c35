import AxeBuilder from "@axe-core/playwright";
import { password } from "#tests/support/e2e-account";
import { insertAgent } from "#tests/support/e2e-agents";
import { answer, askCardHolderOf, insertCase } from "#tests/support/e2e-cases";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";
import {
  type Account,
  alertOf,
  expect,
  type Page,
  type Person,
  signIn,
  signInAgent,
  test,
} from "#tests/support/e2e-test";
import { appCode } from "#tests/support/second-step";
import { endSubscription, leaveUnpaid } from "#tests/support/unpaid";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ofColour = ["color-contrast", "link-in-text-block"];

const forAdmins: [string, (account: Account) => string][] = [
  ["Contacts", () => "/contacts"],
  ["Contacts, compact, by activity", () => "/contacts?density=compact&sort=activity&dir=desc"],
  ["Contacts, one book", ({ leaver }) => `/contacts?assignee=${leaver.id}&book=own`],
  ["Contacts, none found", () => "/contacts?q=nobody-at-all"],
  ["a contact", ({ contact }) => `/contacts/${contact.id}`],
  ["Add contact", () => "/contacts/new"],
  ["Edit contact", ({ contact }) => `/contacts/${contact.id}/edit`],
  ["Delete contact", ({ contact }) => `/contacts/${contact.id}/delete`],
  ["whom to merge", ({ contact }) => `/contacts/${contact.id}/merge?q=client`],
  ["deleted contacts, none", () => "/contacts/deleted"],
  ["Export contacts", () => "/contacts/export"],
  ["Export contacts, a part", ({ leaver }) => `/contacts/export?assignee=${leaver.id}&q=client`],
  ["Export contacts, none", () => "/contacts/export?q=nobody-at-all"],
  ["Import contacts", () => "/contacts/import"],
  ["Import contacts, no file", () => "/contacts/import?missing=yes"],
  ["an import to choose for", ({ importId }) => `/contacts/import/${importId}`],
  ["Reassign", (account) => reassigning(account, "one")],
  ["Reassign evenly", (account) => reassigning(account, "even")],
  ["Reassign in shares", (account) => reassigning(account, "shares")],
  ["Reassign by a rule", (account) => reassigning(account, "rule")],
  ["a preview", (account) => `${reassigning(account, "one")}&to=${account.carl.id}&preview=yes`],
  ["a choice that is not whole", (account) => `${reassigning(account, "even")}&preview=yes`],
  ["nothing to reassign", () => "/contacts/reassign"],
  ["Admin", () => "/admin"],
  ["Manage Users", () => "/admin/users"],
  ["Manage Users, none found", () => "/admin/users?q=nobody-at-all"],
  ["Add user", () => "/admin/users/new"],
  ["the sheet", ({ leaver }) => `/admin/users/${leaver.id}/inactivate`],
  ["the sheet for several", (account) => several(account.leaver, account.carl, account.owner)],
  ["the sheet for nobody", () => several()],
  ["nothing to cancel", ({ leaver }) => `/admin/users/${leaver.id}/cancel-inactivation`],
  ["an Owner's sheet", ({ owner }) => `/admin/users/${owner.id}/inactivate`],
  ["what happened", ({ former }) => `/admin/users/${former.id}/inactivate`],
  ["Make Active", ({ former }) => `/admin/users/${former.id}/reactivate`],
  ["Edit user", ({ leaver }) => `/admin/users/${leaver.id}/edit`],
  ["handing over to a new person", ({ leaver }) => `/admin/users/${leaver.id}/hand-over`],
  ["an Owner's Edit", ({ owner }) => `/admin/users/${owner.id}/edit`],
  ["an inactive user's Edit", ({ former }) => `/admin/users/${former.id}/edit`],
  ["Make Account Owner, not by an admin", ({ carl }) => `/admin/users/${carl.id}/owner`],
  ["a password link", ({ leaver }) => `/admin/users/${leaver.id}/link`],
  ["Subscription", () => "/admin/subscription"],
  ["Add user spots", () => "/admin/subscription/add?count=2&next=/admin/users"],
  ["Add user spots, no number", () => "/admin/subscription/add?count=ten"],
  ["Change card holder", () => "/admin/subscription/card"],
  ["Cancel the subscription, not by an admin", () => "/admin/subscription/cancel"],
  ["an invoice that is none", () => "/admin/subscription/invoices/99"],
  ["Account Owner request", ({ owner }) => `/admin/owner-request?owner=${owner.id}`],
  ["Account log", () => "/admin/audit"],
  ["Account log, filtered", ({ admin }) => `/admin/audit?person=${admin.id}&kind=sign-ins`],
  ["Account log, nothing found", () => "/admin/audit?kind=users&to=2001-01-01"],
  ["Account log, several people", () => "/admin/audit?who=example"],
  ["My sign-ins", () => "/sign-ins"],
  ["Change password", () => "/sign-ins/password"],
  ["Sign-in rules", () => "/admin/sign-in-rules"],
  ["a reset that is not needed", ({ leaver }) => `/admin/users/${leaver.id}/second-step`],
  ["two-step sign-in, off", () => "/sign-ins/two-step"],
  ["two-step sign-in, required", () => "/sign-ins/two-step?required=yes"],
  ["Reduce user spots", () => "/admin/subscription/reduce"],
  ["Reduce user spots, the new total", () => "/admin/subscription/reduce?step=2"],
  ["Reduce user spots, none such", () => "/admin/subscription/reduce?step=3&total=ten"],
  ["Reduce user spots, what changes", () => "/admin/subscription/reduce?step=3&total=8"],
  ["Reduce user spots, confirm", () => "/admin/subscription/reduce?step=4&total=8"],
  ["Reduce user spots, changed", () => "/admin/subscription/reduce?step=4&total=8&seen=0"],
  ["Help", () => "/help"],
  ["a help page", () => "/help/roles"],
  ["not found", () => "/contacts/00000000-0000-4000-8000-000000000000"],
];

function reassigning({ leaver }: Account, how: string): string {
  return `/contacts/reassign?all=1&assignee=${leaver.id}&how=${how}`;
}

function several(...people: Person[]): string {
  return `/admin/users/inactivate?${people.map(({ id }) => `user=${id}`).join("&")}`;
}

test("no page of an admin has an accessibility violation, in either colour scheme, wide or narrow", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  // Some sixty pages, each four times over.
  test.setTimeout(900_000);
  const page = await enter(account.admin);
  for (const [name, address] of forAdmins) {
    await page.goto(address(account));
    await check(page, name);
  }
});

test("nor has the subscription in any state, nor what stands above the pages then", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  test.slow();
  const page = await enter(account.owner);
  await page.goto("/admin/subscription/cancel");
  await check(page, "Cancel the subscription");
  await sql`update subscriptions set status = 'trial' where account_id = ${account.id}`;
  await page.goto("/admin/subscription");
  await check(page, "on trial");
  await sql`update subscriptions set cancelled_at = now() where account_id = ${account.id}`;
  await page.goto("/admin/subscription");
  await check(page, "cancelled");
  await leaveUnpaid(sql, account.id, 20);
  await page.goto("/admin/subscription");
  await check(page, "read-only");
  await sql`update invoices set status = 'paid', paid_at = now() where account_id = ${account.id}`;
  await endSubscription(sql, account.id);
  await page.goto("/admin/subscription");
  await check(page, "ended");
  await page.goto("/contacts/new");
  await check(page, "a form that is held up");
});

test("nor has any page of somebody who is not signed in", { tag: "@with-javascript" }, async ({
  visit,
}) => {
  test.slow();
  const page = await visit();
  const addresses = [
    ...["/sign-in", "/sign-in?ended=inactivated", "/choose-password/x/y"],
    ...["/confirm-email/x/y", "/agree-to-email/x/y", "/confirm-card/x/y"],
    ...["/answer-owner-request/x/y", "/confirm-owner-request/x/y"],
    ...["/forgotten-password", "/forgotten-password?asked=yes"],
    ...["/help", "/help?q=password", "/help?q=nothing-like-this"],
    ...["/help/account-owners", "/help/roles"],
  ];
  for (const address of addresses) {
    await page.goto(address);
    await check(page, address);
  }
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("nobody@nowhere.example");
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a refused sign-in");
});

test("nor have sign-ins to end, a password as it is typed, and what came of it", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  await enter(account.carl);
  const page = await enter(account.carl);
  await page.goto("/sign-ins");
  await check(page, "another sign-in");
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "an ended sign-in");
  await page.goto("/sign-ins/password");
  await page.getByLabel("Present password").fill("not the password");
  await page.getByLabel("New password", { exact: true }).fill("correct horse battery");
  await expect(page.getByText("The password is good")).toBeVisible();
  await check(page, "a rated password");
  await page.getByLabel("Repeat the new password").fill("correct horse battery");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a refused change of password");
});

test("nor has another card, refused, asked for and confirmed", { tag: "@with-javascript" }, async ({
  account,
  enter,
}) => {
  test.slow();
  const page = await enter(account.admin);
  await page.goto("/admin/subscription/card");
  const name = page.getByLabel("Card holder’s name");
  await name.fill("4111 1111 1111 1111");
  await page.getByLabel("Last four digits of the card").fill("4417");
  await page.getByLabel("Billing e-mail").fill("bills@reyes.example");
  await page.getByRole("button", { name: "Ask for the change" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a refused card");
  await name.fill("Rosa Reyes");
  await page.getByRole("button", { name: "Ask for the change" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "a card asked for");
  const [mail] = await mailsTo(account.owner.email.replace("owner", "billing"));
  await page.goto(linkIn(mail));
  await check(page, "a card to confirm");
  await page.getByRole("button", { name: "Confirm the new card" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "a confirmed card");
  const owner = await enter(account.owner);
  await owner.goto("/admin/subscription/card");
  await check(owner, "an Owner's change of the card");
});

test("nor has a refusal, a result, or the page that a plain user may not see", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  test.slow();
  const page = await enter(account.admin);
  await page.goto(`/admin/users/${account.leaver.id}/inactivate`);
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a refusal");
  await page.getByRole("radio", { name: "Split evenly" }).check();
  for (const { name } of [account.carl, account.dora]) {
    await page.getByRole("checkbox", { name }).check();
  }
  await check(page, "the sheet with several successors");
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("region", { name: "What happened" })).toBeVisible();
  await check(page, "the result");
  await page.getByRole("button", { name: "Undo the reassignment" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Reassignment of");
  await check(page, "a reassignment");
  await page.goto(`/admin/users/${account.emile.id}/inactivate`);
  await page.getByRole("radio", { name: "On a date and time" }).check();
  await page.getByRole("checkbox", { name: /by e-mail/ }).check();
  await check(page, "the sheet with a date and a personal line");
  const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString().slice(0, 16);
  await page.getByLabel("Date and time", { exact: true }).fill(inAWeek);
  await page.getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "the sheet of a scheduled user");
  await page.goto("/admin/users");
  await page.getByRole("checkbox", { name: `Choose ${account.emile.name}` }).check();
  await check(page, "the user table with somebody scheduled and chosen");
  await page.goto(`/admin/users/${account.emile.id}/cancel-inactivation`);
  await check(page, "cancelling a schedule");
  await page.goto(several(account.dora, account.emile));
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("region", { name: "What happened" })).toBeVisible();
  await check(page, "the result for several");
  await page.goto(`/admin/users/${account.emile.id}/reactivate`);
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await page.goto("/admin/users/new");
  await page.getByLabel("First name").fill("Fred");
  await page.getByLabel("Last name").fill("Fuller");
  await page.getByLabel("E-mail").fill(account.former.email);
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "the same or a different person");
  await page.getByRole("checkbox", { name: /different person/ }).check();
  await page.getByRole("button", { name: "Add user" }).click();
  const link = page.getByLabel("Link to choose a password");
  await expect(link).toBeVisible();
  await check(page, "a user who was added");
  await page.goto(await link.inputValue());
  await expect(page.getByRole("button", { name: "Set password" })).toBeVisible();
  await check(page, "choosing a password");
  await page.goto(`/admin/users/${account.carl.id}/edit`);
  await page.getByLabel("First name").fill("Ben");
  await page.getByLabel("Last name").fill("Boll");
  await page.getByLabel("E-mail").fill(`ben.boll@${account.id}.example`);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByRole("checkbox", { name: "It is the same person" }).check();
  await check(page, "an edit that would exchange the person");
  await page.getByLabel("Reason").fill("A new name");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("region", { name: "New e-mail on its way" })).toBeVisible();
  await check(page, "a new e-mail on its way");
  await page.goto(`/admin/users/${account.leaver.id}/reactivate`);
  await page.getByRole("button", { name: "Make Active" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "a user who is active again");
  const colleague = await enter(account.emile);
  await colleague.goto("/admin/users");
  await check(colleague, "no permission");
});

test("nor has a contact that is there already, edited meanwhile, merged or deleted", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  const page = await enter(account.admin);
  await page.goto("/contacts/new");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a contact without a name");
  await page.getByLabel("Last name").fill("Zhang");
  await page.getByLabel("E-mail").fill("client2@customer.example");
  await page.getByRole("button", { name: "Add contact" }).click();
  await expect(page.getByRole("button", { name: "Add it anyway" })).toBeVisible();
  await check(page, "contacts that are there already");
  await page.getByRole("button", { name: "Add it anyway" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "a contact that was added");
  await page.getByRole("link", { name: "Merge" }).click();
  await page.getByRole("link", { name: "Client 002", exact: true }).click();
  await expect(page.getByRole("button", { name: "Merge" })).toBeVisible();
  await check(page, "the merge sheet");
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await page.goto(`/contacts/${account.contact.id}/edit`);
  await sql`
    update contacts set city = 'Leeds', updated_by = ${account.carl.id}
    where id = ${account.contact.id}`;
  await page.getByLabel("City").fill("York");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("button", { name: "Save mine over it" })).toBeVisible();
  await check(page, "a contact edited meanwhile");
  await page.goto(`/contacts/${account.contact.id}/delete`);
  await page.getByRole("button", { name: "Delete contact" }).click();
  await expect(page.getByRole("button", { name: /^Restore/ })).toBeVisible();
  await check(page, "a deleted contact");
  await page.goto("/contacts/deleted");
  await check(page, "deleted contacts");
});

test("nor has a large reassignment on its way, or an import, or what came of them", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  const { leaver, carl, admin } = account;
  const page = await enter(admin);
  for (const state of ["counting", "carving", "cancelled", "stopped"]) {
    const endedAt = state === "cancelled" || state === "stopped" ? new Date() : null;
    const why = { code: "transfer_source_moved", facts: { name: leaver.name } };
    const [planned] = await sql<{ id: string }[]>`
      insert into planned_transfers (account_id, kind, by_user_id, from_user_id, selection, plan,
        state, total, carved, ended_at, ended_by, refusal)
      values (${account.id}, 'reassignment', ${admin.id}, ${leaver.id}, '{}',
        ${sql.json({ kind: "one", to: carl.id })}, ${state}, ${state === "counting" ? null : 1000},
        400, ${endedAt}, ${endedAt && admin.id}, ${state === "stopped" ? sql.json(why) : null})
      returning id`;
    await page.goto(`/transfers/${planned?.id}`);
    await check(page, `a reassignment, ${state}`);
  }
  await page.goto("/admin");
  await check(page, "reassignments under way");
  await page.goto(`${reassigning(account, "one")}&to=${carl.id}&preview=yes`);
  await page.getByRole("button", { name: /^Reassign \d/ }).click();
  await expect(page.getByRole("button", { name: "Undo the reassignment" })).toBeVisible();
  await check(page, "a reassignment that can be undone");
  const [book] = await sql<{ transfer_id: string }[]>`
    select transfer_id from books where assignee_id = ${carl.id} and transfer_id is not null`;
  await page.goto(`/contacts?assignee=${carl.id}&book=${book?.transfer_id}`);
  await page.getByText("Name these books").click();
  await page.getByRole("checkbox", { name: /^Select all/ }).check();
  await check(page, "a book, being named, all of it chosen");
  await page.getByText("Columns", { exact: true }).click();
  await check(page, "the choice of columns");
  await sql`update imports set state = 'running', started_at = now() where id = ${account.importId}`;
  await page.goto(`/contacts/import/${account.importId}`);
  await check(page, "a running import");
  await sql`
    update imports set state = 'done', ended_at = now(), added = 1, wrong = 1,
      choices = ${sql.json({ receiverId: carl.id })} where id = ${account.importId}`;
  await page.goto(`/contacts/import/${account.importId}`);
  await check(page, "what an import came to");
});

test("nor has a scheduled change of user spots, cancelled, or an invoice", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  const { id, owner } = account;
  await sql`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
    select ${id}, 9, 8, renews_at, ${owner.id} from subscriptions where account_id = ${id}`;
  await sql.begin(async (tx) => {
    const [invoice] = await tx<{ id: string }[]>`
      insert into invoices (account_id, kind, issued_at, currency, amount, status)
      values (${id}, 'period', now(), 'USD', 13500, 'open') returning id`;
    await tx`
      insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
        period_end, from_on, days, amount)
      values (${id}, ${invoice?.id ?? ""}, 1, 9, 1500, '2026-11-01', '2026-12-01', '2026-11-01',
        30, 13500)`;
  });
  const page = await enter(owner);
  await page.goto("/admin/subscription");
  await page.getByText("The same as a table").click();
  await check(page, "a scheduled change of user spots");
  await page.getByRole("button", { name: "Cancel the change" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("cancelled the change");
  await check(page, "a cancelled change of user spots");
  await page.getByRole("link", { name: "Invoice 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invoice 1");
  await check(page, "an invoice");
});

test("nor has a receipt of any kind, nor a reduction that replaces another", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  const page = await enter(account.admin);
  const { id: accountId, admin } = account;
  const schedule = (toTotal: number, replacesId: string | null) => sql<{ id: string }[]>`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, reason, replaces_id,
      created_by)
    values (${accountId}, 9, ${toTotal}, now() + interval '9 days', 'Two have left', ${replacesId},
      ${admin.id}) returning id`;
  const [first] = await schedule(8, null);
  await page.goto("/admin/subscription/reduce?step=3&total=7");
  await check(page, "what replaces another");
  const [second] = await schedule(7, first?.id ?? null);
  await sql`
    update seat_schedules set ended_at = now(), outcome = 'cancelled', ended_by = ${admin.id}
    where id = ${second?.id ?? ""}`;
  await schedule(8, null);
  for (const [kind, from, to] of [
    ["added", 9, 11],
    ["reduced", 11, 9],
    ["kept", 9, 9],
  ] as const) {
    await sql`insert into seat_changes (account_id, kind, from_total, to_total, reason)
      values (${accountId}, ${kind}, ${from}, ${to}, '')`;
  }
  const receipts = await sql<{ id: string; kind: string }[]>`
    select id, kind from seat_changes where account_id = ${accountId} order by number`;
  expect(new Set(receipts.map(({ kind }) => kind)).size).toBe(7);
  for (const { id, kind } of receipts) {
    await page.goto(`/admin/subscription/changes/${id}`);
    await check(page, `the receipt of what was ${kind}`);
  }
});

test("nor has an Account Owner request, open, objected to, to be taken over or carried out", {
  tag: "@with-javascript",
}, async ({ account, enter, visit, sql }) => {
  const { id, owner, admin, otherAdmin } = account;
  const page = await enter(otherAdmin);
  await page.goto("/admin/owner-request");
  await page.getByLabel("Who becomes Account Owner").selectOption(otherAdmin.id);
  await page.getByLabel("Reason").fill("Has left us");
  await page.getByRole("button", { name: "Ask support" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await page.getByText(/^Withdraw case/).click();
  await check(page, "an open case");
  const letter = await visit();
  await letter.goto(linkIn((await mailsTo(owner.email)).at(-1)));
  await check(letter, "the letter");
  await letter.getByRole("button", { name: "Object" }).click();
  await expect(letter.getByRole("main").getByRole("status")).toBeVisible();
  await check(letter, "an objection");
  await sql`
    update owner_requests set requested_by = ${admin.id}, lapse = 'requester_no_admin'
    where account_id = ${id}`;
  await sql`update users set role = 'user' where id = ${admin.id}`;
  await page.goto("/admin/owner-request");
  await check(page, "a case to be taken over");
  await sql`
    update owner_requests set ended_at = now(), outcome = 'refused', end_reason = 'Not enough'
    where account_id = ${id}`;
  await sql`update accounts set card_holder_user_id = ${owner.id} where id = ${id}`;
  await page.goto("/admin/owner-request");
  await page.getByText(/^Every step of/).click();
  await check(page, "an ended case, and the card holder");
});

test("nor has two-step sign-in, from its first page to the code at the door", {
  tag: "@with-javascript",
}, async ({ account, enter, visit }) => {
  const page = await enter(account.owner);
  await page.goto("/sign-ins/two-step");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
  await expect(page).toHaveURL(/\/set-up$/);
  await check(page, "setting up");
  const key = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  const field = page.getByRole("textbox", { name: "Code" });
  await field.fill(appCode(key));
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
  await check(page, "recovery codes");
  for (const path of ["", "?after=recovery-code", "/turn-off", "/recovery-codes"]) {
    await page.goto(`/sign-ins/two-step${path}`);
    await check(page, `two-step sign-in ${path}`);
  }
  await page.goto("/admin/sign-in-rules");
  await page.getByRole("button", { name: "Require it of all admins" }).click();
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
  await check(page, "required sign-in rules");
  const door = await visit();
  await signIn(door, account.owner);
  await expect(door).toHaveURL(/\/sign-in\/code$/);
  await check(door, "the code");
  await door.getByRole("textbox", { name: "Code" }).fill("000000");
  await door.getByRole("button", { name: "Sign in" }).click();
  await expect(door.getByRole("main").getByRole("alert")).toBeVisible();
  await check(door, "a refused code");
  await door.goto("/sign-in/code?with=recovery-code");
  await check(door, "a recovery code");
});

test("nor has what a lead reads before proposing an Owner for an account with nobody left", {
  tag: "@with-javascript",
}, async ({ account, enterConsole, sql }) => {
  const page = await enterConsole("lead", { expected: /404/ });
  const home = `/support/accounts/${account.id}`;
  await page.goto(home);
  await page.getByLabel("Your reason").fill("Nobody answers");
  await page.getByRole("button", { name: "Look into the account" }).click();
  await expect(page.getByRole("table", { name: "Users" })).toBeVisible();
  await page.goto(`${home}/rescue`);
  await check(page, "an account that somebody administers");
  await sql`update users set role = 'user' where account_id = ${account.id} and not is_owner`;
  await sql`update users set last_sign_in_at = now() where id = ${account.carl.id}`;
  await page.goto(`${home}/rescue?q=nobody-at-all`);
  await check(page, "a search for somebody to propose that finds nobody");
  await page.goto(`${home}/rescue`);
  await page.getByLabel("Reason").fill("4111 1111 1111 1111");
  await page.getByLabel("Who becomes an Account Owner").selectOption(account.carl.id);
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByText("Never enter a full card number here").first()).toBeVisible();
  await check(page, "a proposal that is refused");
});

test("nor has the question what becomes of a reduction, or where spots were added", {
  tag: "@with-javascript",
}, async ({ account, enter, sql }) => {
  await sql`
    insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
    select account_id, 9, 7, renews_at, ${account.owner.id}
    from subscriptions where account_id = ${account.id}`;
  const page = await enter(account.admin);
  await page.goto("/admin/users/new");
  await expect(page.getByRole("note")).toBeVisible();
  await check(page, "a spot that would go");
  await page.goto("/admin/subscription/add?next=/admin/users");
  await page.getByRole("radio", { name: /^It stays/ }).check();
  await check(page, "more spots beside a reduction");
  await page.getByRole("button", { name: /^Add 1 user spot/ }).click();
  await expect(page.getByText("1 user spot was added: 10 now.")).toBeVisible();
  await check(page, "added spots");
  await sql`update accounts set owners_keep_seats = true where id = ${account.id}`;
  await page.goto("/admin/subscription/add");
  await check(page, "spots that are kept to Owners");
});

test("nor has the console's queue, nor a case in any state", {
  tag: "@with-javascript",
}, async ({ account, enterConsole, sql }) => {
  test.slow();
  const agent = await insertAgent(sql, "agent");
  const found = await insertCase(sql, account);
  const page = await enterConsole(agent);
  const at = async (name: string, path = `/support/cases/${found.number}`) => {
    await page.goto(path);
    await page.locator("details").evaluateAll((all) => {
      for (const each of all) each.setAttribute("open", "");
    });
    await check(page, name);
  };
  await at("the queue", "/support/cases");
  await at("the queue, none", "/support/cases?assigned=me&kind=rescue");
  await at("a case to verify");
  await page.getByLabel(/^Card holder’s name/).fill("Paul Payer");
  await page.getByLabel(/^Last four digits/).fill("1111");
  await page.getByLabel("Callback number").fill("+49 30 1234567");
  await page.getByRole("button", { name: "Send the confirmation" }).click();
  await expect(alertOf(page)).toBeVisible();
  await check(page, "a step that is refused");
  await at("a case that is open already", `/support/accounts/${account.id}/new-case`);
  await askCardHolderOf(sql, found);
  await at("a card holder's case");
  await answer(sql, account.owner, found, "objected", "I am on leave.");
  await at("a case with an objection");
  await sql`
    update owner_requests set outcome = 'refused', ended_at = now(), ended_by_agent = ${agent.id},
      end_reason = 'They are there.' where id = ${found.id}`;
  await at("a refused case");
  await at("the queue, ended", "/support/cases?state=ended");
  await at("a new case", `/support/accounts/${account.id}/new-case`);
});

test("nor has what support sees of accounts", {
  tag: "@with-javascript",
}, async ({ account, enterConsole }) => {
  test.slow();
  const page = await enterConsole("agent", { expected: /404/ });
  await page.goto("/support/accounts");
  await page.getByRole("radio", { name: "Card holder" }).check();
  await check(page, "finding an account");
  await page.getByRole("radio", { name: "E-mail of a user" }).check();
  await page.getByLabel("Search for").fill("nobody");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "a search that is none");
  await page.getByLabel("Search for").fill(account.owner.email);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("table", { name: "Accounts found" })).toBeVisible();
  await check(page, "what was found");
  await page.getByRole("link", { name: account.name }).click();
  await expect(page.getByLabel("Your reason")).toBeVisible();
  await check(page, "stating a reason");
  await page.getByLabel("Your reason").fill("The card holder called");
  await page.getByRole("button", { name: "Look into the account" }).click();
  await expect(page.getByRole("table", { name: "Users" })).toBeVisible();
  await check(page, "an account");
  const home = `/support/accounts/${account.id}`;
  for (const path of [
    ...[`${home}?q=nobody-at-all`, `${home}/log`, `${home}/log?kind=imports`],
    ...["/support/log", `/support/log?account=${account.id}`, "/support/accounts/none"],
  ]) {
    await page.goto(path);
    await check(page, path);
  }
});

test("nor has the console's door, from the link to the first code, or its team", {
  tag: "@with-javascript",
}, async ({ sql, visit }) => {
  test.slow();
  const lead = await insertAgent(sql, "lead");
  const page = await visit();
  await signInAgent(page, lead, "/support/agents/new");
  await check(page, "Add agent");
  await page.getByLabel("First name").fill("Ana");
  await page.getByLabel("Last name").fill("Ruiz");
  await page.getByLabel("E-mail").fill(lead.email);
  await page.getByRole("button", { name: "Add agent" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await check(page, "an agent's address that is taken");
  const email = `ana.${lead.email}`;
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Add agent" }).click();
  const link = page.getByLabel("Link to choose a password");
  await expect(link).toBeVisible();
  await check(page, "an agent who was added");
  const path = await link.inputValue();
  await page.goto("/support/agents");
  await check(page, "Team");
  await page.goto(`/support/agents/${lead.id}`);
  await check(page, "one's own page in the team");
  const other = await insertAgent(sql, "technical");
  await page.goto(`/support/agents/${other.id}`);
  await check(page, "one of the team");
  await page.getByRole("button", { name: "Make Inactive" }).click();
  await expect(page.getByRole("button", { name: "Make Active" })).toBeVisible();
  await check(page, "one of the team, inactive");

  const door = await visit();
  await door.goto(path);
  await check(door, "choosing a password in the console");
  await door.getByLabel("Password", { exact: true }).fill(password);
  await door.getByLabel("Repeat the password").fill(password);
  await door.getByRole("button", { name: "Set password" }).click();
  await expect(door.getByRole("main").getByRole("status")).toBeVisible();
  await check(door, "the console's door");
  await door.getByLabel("E-mail").fill(email);
  await door.getByLabel("Password").fill(password);
  await door.getByRole("button", { name: "Go on to the code" }).click();
  await expect(door).toHaveURL(/\/set-up$/);
  await check(door, "setting up an agent's app");
  await door.goto("/support/choose-password/x");
  await check(door, "a dead link in the console");
  await door.goto("/support/sign-in");
  await door.getByLabel("E-mail").fill(lead.email);
  await door.getByLabel("Password").fill(password);
  await door.getByRole("button", { name: "Go on to the code" }).click();
  await door.getByRole("textbox", { name: "Code" }).fill("000000");
  await door.getByRole("button", { name: "Sign in" }).click();
  await expect(door.getByRole("main").getByRole("alert")).toBeVisible();
  await check(door, "a refused code of an agent");
});

async function check(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const axe = new AxeBuilder({ page });
      // The rest of the rules sees no colour, and has been asked in light.
      const asked = colorScheme === "light" ? axe.withTags(rules) : axe.withRules(ofColour);
      const { violations } = await asked.analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" | ")}`,
      );
      expect([name, colorScheme, width, found]).toEqual([name, colorScheme, width, []]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, width, overflow]).toEqual([name, width, 0]);
    }
  }
}
