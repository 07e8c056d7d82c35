import { globSync } from "node:fs";
import type { Sql } from "postgres";
import { insertAgent } from "#tests/support/e2e-agents";
import { type Fields, fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import {
  type ConsoleAgent,
  expect,
  type Page,
  signInAgent,
  statusOf,
  test,
} from "#tests/support/e2e-test";

const nobody = "00000000-0000-4000-8000-000000000000";

/** Every page within the console, with ids of nobody. */
const pages = globSync("app/support/(console)/**/page.tsx")
  .map((file) => `/${file}`.replace(/^\/app|\/\([^)]+\)|\/page\.tsx$/g, ""))
  .map((route) => route.replace("[number]", "1").replace(/\[\w+\]/g, nobody))
  .sort();

const outside = { "x-forwarded-for": "203.0.113.7" };
const customerCookie = "handover.session";
const supportCookie = "handover.support-session";

test("a sign-in lasts half an hour without use, and eight hours at most; then the door says so", async ({
  sql,
  visit,
}) => {
  const agent = await insertAgent(sql, "lead");
  const page = await visit();
  await page.goto("/support/agents?x=1");
  await expect(page).toHaveURL("/support/sign-in?next=%2Fsupport%2Fagents%3Fx%3D1");
  await expect(page.getByRole("banner")).toContainText("Support console");
  await signInAgent(page, agent, page.url());
  await expect(page).toHaveURL("/support/agents?x=1");
  // Who is in has no business at the door.
  await page.goto("/support/sign-in?next=/support/agents/new");
  await expect(page).toHaveURL("/support/agents/new");
  await sql`
    update support_sessions set last_used_at = now() - interval '31 minutes'
    where agent_id = ${agent.id}`;
  await page.goto("/support/agents");
  await expect(page).toHaveURL("/support/sign-in?ended=over&next=%2Fsupport%2Fagents");
  await expect(statusOf(page)).toContainText("half an hour without use");

  await signInAgent(page, agent, "/support/sign-in?next=/support/../contacts");
  await expect(page).toHaveURL(/\/support\/cases$/);
  await page.goto("/support/agents");
  await page.getByRole("button", { name: agent.name }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/support/sign-in?ended=signed_out");
  await page.goto("/support/agents");
  await expect(page).toHaveURL("/support/sign-in?next=%2Fsupport%2Fagents");
});

test.describe("between the doors", { tag: "@with-javascript" }, () => {
  test("nobody comes from an account into the console, by whatever cookie", async ({
    account,
    enter,
    visit,
    baseURL,
  }) => {
    const stranger = await visit();
    const customer = await enter(account.owner);
    expect(pages.length).toBeGreaterThan(5);
    for (const path of pages) {
      // The console's first page is where a sign-in leads to anyway.
      const next = path === "/support" ? "" : `?next=${encodeURIComponent(path)}`;
      for (const page of [stranger, customer]) {
        await page.goto(path);
        await expect(page).toHaveURL(`/support/sign-in${next}`);
      }
    }
    const url = `${baseURL}/support`;
    for (const value of [await cookieOf(customer, customerCookie), "x", "a".repeat(3000)]) {
      await customer.context().addCookies([{ name: supportCookie, value, url }]);
      await customer.goto("/support/agents");
      await expect(customer).toHaveURL(/\/support\/sign-in\?next=/);
    }
  });

  test("nobody comes from the console into an account, by whatever cookie", async ({
    sql,
    visit,
    baseURL,
  }) => {
    const page = await enterTeam(visit, await insertAgent(sql, "lead"));
    const value = await cookieOf(page, supportCookie);
    const forged = { name: customerCookie, value, url: baseURL ?? "" };
    for (const cookies of [[], [forged]]) {
      await page.context().addCookies(cookies);
      for (const path of ["/contacts", "/admin/users", "/sign-ins"]) {
        await page.goto(path);
        expect(new URL(page.url()).pathname).toBe("/sign-in");
      }
    }
    await page.goto("/support/agents");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Team");
  });

  test("a form of the console posted by a customer, or an agent of another role, does nothing", async ({
    account,
    enter,
    sql,
    visit,
  }) => {
    const lead = await insertAgent(sql, "lead");
    const team = await teamOf(sql);
    const forms = await formsOfTeam(await enterTeam(visit, lead), team);
    const customer = await enter(account.owner);
    const other = await insertAgent(sql, "technical");
    const technical = await visit();
    await signInAgent(technical, other);
    await expect(technical).toHaveURL(/\/support\/cases$/);
    await changesNothing(sql, team, async () => {
      for (const [path, fields] of forms) {
        const door = `/support/sign-in?next=${encodeURIComponent(path)}`;
        expect(await outcome(customer, path, fields)).toEqual([path, 303, door]);
        expect(await outcome(technical, path, fields)).toEqual([path, 403, undefined]);
        // Sent to a page of accounts, where the console's cookie does not even come along.
        for (const page of [customer, technical]) await post(page, "/admin/users/new", fields);
      }
    });
  });

  test("a form of an account posted by an agent does nothing", async ({
    account,
    enter,
    sql,
    visit,
  }) => {
    const admin = await enter(account.admin);
    const agent = await enterTeam(visit, await insertAgent(sql, "lead"));
    const sheet = `/admin/users/${account.leaver.id}/inactivate`;
    const added = await fieldsOf(admin, "/admin/users/new", "Add user");
    const person = { firstName: "Eve", lastName: "Evans", email: "eve@x.example" };
    const forms: [string, Fields][] = [
      [sheet, withFields(await fieldsOf(admin, sheet, "Make Inactive"), { contacts: "leave" })],
      ["/admin/users/new", withFields(added, person)],
    ];
    const users = () => sql`
      select id, status from users where account_id = ${account.id} order by id`;
    const before = await users();
    for (const [path, fields] of forms) {
      const door = `/sign-in?next=${encodeURIComponent(path)}`;
      expect(await outcome(agent, path, fields)).toEqual([path, 303, door]);
      await post(agent, "/support/agents", fields);
    }
    expect(await users()).toEqual(before);
  });

  test("outside its networks the console is not there, signed in or not, and its forms do nothing", async ({
    browser,
    sql,
    visit,
  }) => {
    const lead = await insertAgent(sql, "lead");
    const team = await teamOf(sql);
    const inside = await enterTeam(visit, lead);
    const forms = await formsOfTeam(inside, team);
    const door = await visit();
    const signIn = withFields(await fieldsOf(door, "/support/sign-in", "Go on to the code"), {
      email: lead.email,
      password: "a password of the stories",
    });
    const storageState = await inside.context().storageState();
    const context = await browser.newContext({ extraHTTPHeaders: outside, storageState });
    const page = await context.newPage();
    const doors = ["sign-in", "sign-in/code", "sign-in/set-up", "choose-password/x"];
    for (const path of [...pages, ...doors.map((name) => `/support/${name}`)]) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
      await expect(page.getByText("console")).toHaveCount(0);
    }
    await changesNothing(sql, team, async () => {
      for (const [path, fields] of [...forms, ["/support/sign-in", signIn] as const]) {
        expect(await outcome(page, path, fields)).toEqual([path, 404, undefined]);
        await post(page, "/sign-in", fields);
      }
    });
    expect(await context.cookies()).toEqual(storageState.cookies);
    await context.close();
    // The same session goes on from within.
    await inside.goto("/support/agents");
    await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Team");
  });
});

type Team = { active: ConsoleAgent; inactive: ConsoleAgent; newEmail: string };

async function enterTeam(visit: () => Promise<Page>, lead: ConsoleAgent): Promise<Page> {
  const page = await visit();
  await signInAgent(page, lead, "/support/agents");
  await expect(page).toHaveURL(/\/support\/agents$/);
  return page;
}

async function teamOf(sql: Sql): Promise<Team> {
  const [active, inactive] = [await insertAgent(sql, "agent"), await insertAgent(sql, "agent")];
  await sql`update support_agents set status = 'inactive' where id = ${inactive.id}`;
  return { active, inactive, newEmail: `new.${active.email}` };
}

/** Every form of the team's pages, filled in so that it would work for a lead. */
async function formsOfTeam(page: Page, team: Team): Promise<[string, Fields][]> {
  const { active, inactive, newEmail } = team;
  const add = await fieldsOf(page, "/support/agents/new", "Add agent");
  const person = { firstName: "Eve", lastName: "Evans", email: newEmail };
  const path = `/support/agents/${active.id}`;
  const edit = await fieldsOf(page, path, "Save changes");
  const back = `/support/agents/${inactive.id}`;
  return [
    ["/support/agents/new", withFields(add, person)],
    [path, withFields(edit, { role: "lead" })],
    [path, await fieldsOf(page, path, "Reset access")],
    [path, await fieldsOf(page, path, "Make Inactive")],
    [back, await fieldsOf(page, back, "Make Active")],
  ];
}

async function outcome(page: Page, path: string, fields: Fields) {
  const answer = await post(page, path, fields);
  return [path, answer.status(), answer.headers().location];
}

/** Nothing about these of the team, and nobody new. */
async function changesNothing(sql: Sql, team: Team, work: () => Promise<void>): Promise<void> {
  const ids = [team.active.id, team.inactive.id];
  const look = () => sql`
    select a.*, (select count(*)::int from support_links l where l.agent_id = a.id) as links,
      (select count(*)::int from support_agents where email = ${team.newEmail}) as added
    from support_agents a where id = any (${ids}) order by id`;
  const before = await look();
  await work();
  expect(await look()).toEqual(before);
}

async function cookieOf(page: Page, name: string): Promise<string> {
  const cookies = await page.context().cookies(page.url());
  return cookies.find((cookie) => cookie.name === name)?.value ?? "";
}
