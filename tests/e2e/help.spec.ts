import { expect, test } from "#tests/support/e2e-test";

test("somebody who cannot sign in finds help by their own word, and the way back", async ({
  visit,
}) => {
  const page = await visit();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Cannot sign in?" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Signing in");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Help");
  await page.getByRole("searchbox", { name: "Search help" }).fill("authenticator");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/help\?q=authenticator$/);
  await page.getByRole("main").getByRole("link", { name: "Two-step sign-in" }).click();
  await expect(page).toHaveURL(/\/help\/two-step-sign-in$/);
  await expect(page).toHaveTitle("Two-step sign-in · Handover");
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("an admin opens help from the name menu, finds a page by a synonym, and follows its link", async ({
  account,
  enter,
}) => {
  const page = await enter(account.admin);
  await page.getByRole("button", { name: account.admin.name }).click();
  await page.getByRole("link", { name: "Help" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Help");
  await expect(page.getByRole("navigation", { name: "Main" })).toContainText("Admin");
  await page.getByRole("searchbox", { name: "Search help" }).fill("Deactivating");
  await page.getByRole("button", { name: "Search" }).click();
  const results = page.getByRole("region", { name: /pages about “Deactivating”/ });
  await results.getByRole("link", { name: "Making a user inactive" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Making a user inactive");
  await page.getByRole("article").getByRole("link", { name: "Manage Users" }).click();
  await expect(page).toHaveURL(/\/admin\/users$/);
});

test("help stands beside what it explains", async ({ account, enter }) => {
  const page = await enter(account.admin);
  const { admin, owner, leaver, former, contact } = account;
  const places: [string, string, string][] = [
    ["/admin/users", "When somebody leaves", "making-a-user-inactive"],
    ["/admin/users", `Why? ${owner.name} is an Account Owner`, "account-owners"],
    ["/admin/users/new", "How this works", "adding-a-user"],
    [`/admin/users/${leaver.id}/inactivate`, "How this works", "making-a-user-inactive"],
    [`/admin/users/${leaver.id}/edit`, "How this works", "editing-a-user"],
    [`/admin/users/${former.id}/reactivate`, "How this works", "making-a-user-active-again"],
    [`/admin/users/${admin.id}/owner`, "What an Account Owner is", "account-owners"],
    ["/admin/subscription", "User spots and the bill", "user-spots-and-the-bill"],
    ["/admin/audit", "How this works", "account-log"],
    [`/contacts/${contact.id}`, "Why it never changes", "history-keeps-its-author"],
  ];
  for (const [path, name, slug] of places) {
    await page.goto(path);
    const link = page.getByRole("main").getByRole("link", { name, exact: true });
    await expect(link.first(), path).toHaveAttribute("href", `/help/${slug}`);
  }
});

test("a search without results, and a page that is not there, lead on", async ({
  account,
  enter,
  visit,
}) => {
  const signedOut = await visit({ expected: /404/ });
  const signedIn = await enter(account.emile, { expected: /404/ });
  for (const page of [signedOut, signedIn]) {
    await page.goto("/help?q=xylophone");
    await expect(page.getByRole("heading", { level: 2 })).toHaveText("No page about “xylophone”");
    await expect(page.getByRole("main")).toContainText("support@handover.example");
    await page.getByRole("link", { name: "Show all pages" }).click();
    await expect(page.getByRole("link", { name: "Passwords" })).toBeVisible();
    const answer = await page.goto("/help/no-such-page");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such help page");
    await page.getByRole("link", { name: "Show all help pages" }).click();
    await expect(page).toHaveURL(/\/help$/);
  }
});

test("whose access has ended still reads help, signed out", async ({ account, enter, sql }) => {
  const page = await enter(account.leaver);
  await page.goto("/help");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await sql`
    update users set status = 'inactive'
    where account_id = ${account.id} and id = ${account.leaver.id}`;
  await page.goto("/help/signing-in");
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Your access has ended");
});
