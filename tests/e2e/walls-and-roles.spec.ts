import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import type { Sql } from "postgres";
import { openAccount } from "#tests/support/e2e-account";
import { type Account, expect, test } from "#tests/support/e2e-test";

/**
 * Every page of accounts, as an address with its parameters still in brackets. Those of the console
 * have walls of their own: the-console-door.spec.ts.
 */
const routes = globSync("app/**/page.tsx")
  .map((file) => `/${file}`.replace(/^\/app|\/\([^)]+\)|\/page\.tsx$/g, ""))
  .map((route) => route || "/")
  .filter((route) => !route.startsWith("/support/"))
  .sort();

/** Whose id stands in the address; a new route with an id fails until it is named here. */
const ids: Record<string, (account: Account, transferId: string) => string> = {
  "/admin/subscription/changes/[id]": ({ changeId }) => changeId,
  "/admin/users/[id]/edit": ({ leaver }) => leaver.id,
  "/admin/users/[id]/hand-over": ({ leaver }) => leaver.id,
  "/admin/users/[id]/owner": ({ leaver }) => leaver.id,
  "/admin/users/[id]/cancel-inactivation": ({ leaver }) => leaver.id,
  "/admin/users/[id]/inactivate": ({ leaver }) => leaver.id,
  "/admin/users/[id]/reactivate": ({ former }) => former.id,
  "/admin/users/[id]/link": ({ leaver }) => leaver.id,
  "/admin/users/[id]/second-step": ({ leaver }) => leaver.id,
  "/contacts/import/[id]": ({ importId }) => importId,
  "/contacts/[id]": ({ contact }) => contact.id,
  "/contacts/[id]/delete": ({ contact }) => contact.id,
  "/contacts/[id]/edit": ({ contact }) => contact.id,
  "/contacts/[id]/merge": ({ contact }) => contact.id,
  "/transfers/[id]": (_account, transferId) => transferId,
};
/** The console's ids have stories of their own. */
const withId = routes.filter((route) => route.includes("[id]") && !route.startsWith("/support/"));
const forAdmins = routes.filter((route) =>
  /^\/(admin|contacts\/import)|^\/contacts\/(deleted|export|\[id\]\/(delete|merge))$/.test(route),
);
const open = [
  ...["/", "/sign-in", "/sign-in/code", "/forgotten-password", "/help", "/help/[slug]"],
  ...[
    ...["choose-password", "confirm-email", "agree-to-email", "confirm-card"],
    ...["answer-owner-request", "confirm-owner-request"],
  ].map((name) => `/${name}/[account]/[token]`),
  "/help/not-found",
  // There in demo and development alone.
  ...["/outbox", "/outbox/[mail]"],
];

test("every route with an id is known here", () => {
  expect(withId).toEqual(Object.keys(ids).sort());
});

test("another account's ids, nobody's and no ids at all are answered alike: not found", async ({
  account,
  enter,
  sql,
}) => {
  const other = await openAccount(sql);
  const transferId = await transfer(sql, other);
  const page = await enter(account.admin);
  for (const route of withId) {
    const own = ids[route]?.(account, await transfer(sql, account)) ?? "";
    expect([route, (await page.goto(address(route, own)))?.status()]).toEqual([route, 200]);
    for (const id of [ids[route]?.(other, transferId) ?? "", randomUUID(), "1", "%20", "x'--"]) {
      const answer = await page.goto(address(route, id));
      expect([route, id, answer?.status()]).toEqual([route, id, 404]);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText(other.leaver.name)).toHaveCount(0);
    }
  }
});

test("a plain user sees no Admin tab and is refused every page of it, and what admins do with contacts", async ({
  account,
  enter,
  sql,
}) => {
  const transferId = await transfer(sql, account);
  const page = await enter(account.carl);
  await expect(page.getByRole("link", { name: "Admin" })).toHaveCount(0);
  for (const route of forAdmins) {
    const answer = await page.goto(address(route, ids[route]?.(account, transferId) ?? ""));
    expect([route, answer?.status()]).toEqual([route, 403]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("who is not signed in lands on the sign-in page", async ({ account, visit, sql }) => {
  const transferId = await transfer(sql, account);
  const page = await visit();
  for (const route of routes.filter((each) => !open.includes(each))) {
    await page.goto(address(route, ids[route]?.(account, transferId) ?? account.id));
    await expect(page).toHaveURL(/\/sign-in(\?next=|$)/);
  }
});

test("there is no outbox where mail is sent", async ({ visit }) => {
  const page = await visit();
  for (const path of ["/outbox", "/outbox/..%2f..%2fpackage", "/outbox/x/html"]) {
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
  }
});

test("a forged or truncated cookie is nobody", async ({ visit, baseURL }) => {
  const page = await visit();
  for (const value of ["x", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z", "a".repeat(3000)]) {
    await page.context().addCookies([{ name: "handover.session", value, url: baseURL ?? "" }]);
    await page.goto("/admin/users");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fusers$/);
  }
});

function address(route: string, id: string): string {
  return route.replace("[id]", id);
}

async function transfer(sql: Sql, account: Account): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into transfers (account_id, kind, by_user_id, from_user_id, contacts)
    values (${account.id}, 'inactivation', ${account.admin.id}, ${account.leaver.id}, 0)
    returning id`;
  return row?.id ?? "";
}
