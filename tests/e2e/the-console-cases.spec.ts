import { insertAgent } from "#tests/support/e2e-agents";
import { answer, insertCase, verifiedBy } from "#tests/support/e2e-cases";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";
import { alertOf, expect, type Page, statusOf, test } from "#tests/support/e2e-test";

const reason = "She has left, and nobody can reach her.";

test("an admin asks, an agent verifies, the Owner agrees by mail, somebody technical carries it out, and the admin makes the former Owner inactive", async ({
  account,
  enter,
  enterConsole,
  visit,
}) => {
  test.slow();
  const { owner, otherAdmin } = account;
  const successor = await enter(otherAdmin);
  const admin = await enter(account.admin);
  await admin.goto(`/admin/users/${owner.id}/inactivate`);
  await expect(admin.getByRole("button", { name: "Make Inactive" })).toHaveCount(0);
  await admin.goto("/admin/owner-request");
  const choice = admin.getByRole("radio", { name: owner.name });
  if (!(await choice.isChecked())) await choice.check();
  const option = `${otherAdmin.name} (${otherAdmin.email})`;
  await admin.getByLabel("Who becomes Account Owner instead").selectOption(option);
  await admin.getByLabel("Reason").fill(reason);
  await admin.getByRole("button", { name: "Ask support" }).click();
  await expect(admin.getByRole("main")).toContainText(/case \d+/i);

  const agent = await enterConsole("agent");
  const technical = await enterConsole("technical");
  await openFromQueue(agent, account.name);
  await expect(agent.getByRole("status").first()).toContainText("An agent looks at the evidence");
  await expect(agent.getByRole("region", { name: "Evidence" })).toContainText(
    `${account.admin.name} asked in the account`,
  );
  await technical.goto(new URL(agent.url()).pathname);
  await expect(technical.getByRole("list", { name: "What you cannot do now" })).toContainText(
    "Carry it out: The case is not verified.",
  );
  await agent.getByLabel("What you checked").fill("Called the company's switchboard.");
  await agent.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(statusOf(agent).first()).toContainText("Rita Reed of support verified case");
  await technical.reload();
  await expect(technical.getByRole("list", { name: "What you cannot do now" })).toContainText(
    /Carry it out: The waiting time runs until/,
  );

  const [letter] = await mailsTo(owner.email);
  expect(letter?.text).toContain(reason);
  const mailed = await visit();
  await mailed.goto(linkIn(letter));
  await mailed.getByRole("button", { name: "I agree" }).click();
  await expect(statusOf(mailed)).toContainText("You agreed.");

  await technical.reload();
  await expect(technical.getByText(`${otherAdmin.name} becomes Account Owner`)).toBeVisible();
  await technical.getByRole("button", { name: "Carry it out" }).click();
  await expect(statusOf(technical)).toContainText(
    `Theo Thorn of support lifted ${owner.name}'s Account Owner status and made ${otherAdmin.name} an Account Owner`,
  );
  await expect(technical.getByRole("region", { name: "What happened" })).toContainText(
    "Make Inactive is back in that row of Manage Users",
  );
  expect((await mailsTo(owner.email, 2)).at(-1)?.subject).toContain("no Account Owner");

  await admin.goto("/admin/users");
  await admin.getByRole("link", { name: `Make Inactive: ${owner.name}` }).click();
  const leave = admin.getByRole("radio", { name: "Leave them" });
  if ((await leave.count()) > 0) await leave.check();
  await admin.getByRole("button", { name: "Make Inactive" }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText(`${owner.name} is inactive`);
  await admin.goto("/admin/audit?kind=support");
  const log = admin.getByRole("main");
  for (const line of [
    "asked support to lift",
    "verified case",
    "agreed to lose",
    "verified by Rita",
  ]) {
    await expect(log).toContainText(line);
  }
  await successor.goto("/admin/users");
  await expect(
    successor.getByRole("row", { name: new RegExp(`^${otherAdmin.name} `) }),
  ).toContainText("Account Owner");
  await technical.reload();
  await expect(technical.getByRole("region", { name: "What happened" })).toContainText(
    "By now the account has made them inactive.",
  );
});

test("a card holder who calls is asked what is on the card, and confirms with a link at the billing address", async ({
  account,
  enterConsole,
  visit,
  sql,
}) => {
  await sql`update users set last_sign_in_at = now() where id = ${account.otherAdmin.id}`;
  const page = await enterConsole("agent");
  await page.goto(`/support/accounts/${account.id}`);
  await page.getByLabel("Your reason").fill("The card holder called");
  await page.getByRole("button", { name: "Look into the account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(account.name);
  await page.goto(`/support/accounts/${account.id}/new-case`);
  const say = async (last4: string) => {
    await page.getByLabel(/^Card holder’s name/).fill("paul payer");
    await page.getByLabel(/^Last four digits/).fill(last4);
    await page.getByLabel("Callback number").fill("+49 170 12345678");
  };
  await say("4243");
  await page.getByLabel("Reason").fill(reason);
  await page.getByLabel(/^Next Account Owner/).selectOption({ label: chosen(account.otherAdmin) });
  await page.getByRole("button", { name: "Open the case" }).click();
  await expect(alertOf(page)).toContainText("not those of the card on file. Nothing was changed.");
  await expect(page.getByLabel("Callback number")).toHaveValue("+49 170 12345678");
  await say("4242");
  await page.getByRole("button", { name: "Open the case" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Case \d+$/);
  await expect(statusOf(page).first()).toContainText(
    "opened a case for paul payer, the card holder",
  );
  const evidence = page.getByRole("region", { name: "Evidence" });
  await expect(evidence).toContainText("Nobody has confirmed with it yet.");

  const [asked] = await mailsTo(account.owner.email.replace(/.*@/, "billing@"));
  const mailed = await visit();
  await mailed.goto(linkIn(asked));
  await mailed.getByRole("button", { name: /confirm/i }).click();
  await expect(statusOf(mailed)).toBeVisible();
  await page.reload();
  await expect(evidence).toContainText("opened and confirmed on");
  await page.getByRole("button", { name: "I called, and it was them" }).click();
  await expect(statusOf(page).first()).toContainText("called the card holder back");
  await page.getByLabel("What you checked").fill("All of it.");
  await page.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(statusOf(page).first()).toContainText("verified case");
});

test("an objection goes to a lead; a case is noted in, refused and reopened, each step with its words", async ({
  account,
  enterConsole,
  sql,
}) => {
  const rita = await insertAgent(sql, "agent");
  const found = await insertCase(sql, account, verifiedBy(rita));
  await answer(sql, account.owner, found, "objected", "I am on leave.");
  const [lead, agent] = [await enterConsole("lead"), await enterConsole(rita)];
  for (const page of [lead, agent]) await page.goto(`/support/cases/${found.number}`);
  await expect(agent.getByRole("list", { name: "Letters" })).toContainText("I am on leave.");
  await expect(agent.getByRole("button", { name: "Let it go on" })).toHaveCount(0);
  await unfold(agent, "Add a note");
  await agent.getByLabel("Note", { exact: true }).fill("She did not answer the telephone.");
  await agent.getByRole("button", { name: "Add note" }).click();
  await expect(statusOf(agent).first()).toContainText("Your note is kept.");
  await expect(agent.getByRole("list", { name: "Notes" })).toContainText("She did not answer");

  // Both pages are open: the step says who was first.
  for (const [page, words] of [
    [lead, "The objection is right."],
    [agent, "Too late."],
  ] as const) {
    await unfold(page, "Refuse the case");
    await stepOf(page, "Refuse the case").getByLabel("Reason").fill(words);
    await page.getByRole("button", { name: "Refuse", exact: true }).click();
  }
  await expect(statusOf(lead).first()).toContainText("refused case");
  // Without JavaScript the page is shown anew, where the form is no more.
  await expect(agent.getByRole("main")).toContainText(/(ended already|Refused) on .* by Lena Lang/);

  await unfold(lead, "Reopen the case");
  await lead.getByLabel("Reason").fill("She called, and agrees by now.");
  await lead.getByRole("button", { name: "Reopen", exact: true }).click();
  await expect(statusOf(lead).first()).toContainText("reopened case");
  await expect(lead.getByText("1 letter from before it was begun anew")).toBeVisible();
});

test("a case that is not there, a page for another role and an account without a reason show nothing", async ({
  account,
  enterConsole,
  sql,
}) => {
  const found = await insertCase(sql, account);
  const page = await enterConsole("technical", { expected: /40[34]/ });
  for (const number of ["999999999", "0", "-1", "1.5", "x", "%20", "9".repeat(30), found.id]) {
    const answered = await page.goto(`/support/cases/${number}`);
    expect([number, answered?.status()]).toEqual([number, 404]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  }
  expect((await page.goto("/support/nothing"))?.status()).toBe(404);
  await expect(page.getByRole("link", { name: "Go to Cases" })).toBeVisible();
  const newCase = `/support/accounts/${account.id}/new-case`;
  expect((await page.goto(newCase))?.status()).toBe(403);
  const agent = await enterConsole("agent");
  await agent.goto(newCase);
  await expect(agent).toHaveURL(new RegExp(`/support/accounts/${account.id}$`));
  await expect(agent.getByText(account.owner.name)).toHaveCount(0);
  await agent.goto("/support");
  await expect(agent).toHaveURL(/\/support\/cases$/);
  await agent.goto("/support/cases?state=nonsense&assigned=x&after=y");
  await expect(agent.getByRole("heading", { level: 1 })).toHaveText("Cases");
});

/** The queue is of all stories: the oldest come first, and there may be several pages. */
async function openFromQueue(page: Page, accountName: string): Promise<void> {
  await page.goto("/support/cases?state=unverified");
  const row = page.getByRole("row", { name: accountName });
  while ((await row.count()) === 0) await page.getByRole("link", { name: "Next" }).click();
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Case \d+$/);
}

/** One step of a case, unfolded or not. */
function stepOf(page: Page, title: string) {
  const summary = page.locator("summary", { hasText: title });
  return page.locator("details").filter({ has: summary });
}

async function unfold(page: Page, title: string): Promise<void> {
  await stepOf(page, title).locator("summary").click();
}

const chosen = ({ name, email }: { name: string; email: string }) => `${name} · ${email}`;
