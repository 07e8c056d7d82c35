import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { freePort } from "#tests/support/e2e-server";
import { expect, type Page, test } from "#tests/support/e2e-test";
import { runScript } from "#tests/support/run-script";

test("npm run demo makes its data once, keeps it, tells who can sign in, and starts over when asked", {
  tag: "@with-javascript",
}, async ({ visit }) => {
  const url = new URL(process.env.E2E_OWNER_URL ?? "");
  const maintenance = postgres(url.href, { max: 1, onnotice: () => {} });
  const name = `handover_test_${process.pid}_demo`;
  await maintenance`create database ${maintenance(name)}`;
  url.pathname = `/${name}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    const first = await startDemo(url.href);
    expect(first.said).toContain("owner@alder.example   Account Owner, Alder Realty");
    expect(first.said).toContain("user2@alder.example");
    expect(first.said).toContain("each with the password handover-demo");
    const page = await visit();
    await page.goto(`${first.address}/sign-in`);
    await page.getByLabel("E-mail").fill("admin@alder.example");
    await page.getByLabel("Password").fill("handover-demo");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(`${first.address}/contacts`);
    await expect(page.getByRole("main")).toContainText("50 of 1,500 contacts");
    await askForPassword(page, first.address);
    await enterConsole(await visit(), first.address, url.href);
    await first.stop();

    await sql`update users set status = 'inactive' where email = 'user2@alder.example'`;
    await sql`update support_agents set status = 'inactive' where role = 'agent'`;
    const second = await startDemo(url.href);
    expect(second.said).not.toContain("user2@alder.example");
    expect(second.said).toContain("user3@alder.example");
    expect(second.said).not.toMatch(/^ {2}agent@support\.example/m);
    expect(second.said).toContain("lead@support.example       Lead");
    await second.stop();

    const third = await startDemo(url.href, "--reset");
    expect(third.said).toContain("user2@alder.example");
    expect(third.said).toMatch(/^ {2}agent@support\.example {6}Agent$/m);
    await third.stop();
  } finally {
    await sql.end();
    await maintenance`drop database ${maintenance(name)} with (force)`;
    await maintenance.end();
  }
});

/** What would be sent lies in the outbox, as text and as HTML. */
async function askForPassword(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/forgotten-password`);
  await page.getByLabel("E-mail").fill("user3@alder.example");
  await page.getByRole("button").click();
  await expect(page).toHaveURL(/asked/);
  await expect(async () => {
    await page.goto(`${address}/outbox`);
    await page
      .getByRole("link", { name: "A new password for Alder Realty" })
      .click({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole("main")).toContainText("/choose-password/");
  await page.getByRole("link", { name: "Show as HTML" }).click();
  await expect(page.getByRole("link", { name: "Choose a new password" })).toBeVisible();
}

/** With the printed password and a printed code. */
async function enterConsole(page: Page, address: string, databaseUrl: string): Promise<void> {
  await page.goto(`${address}/support/sign-in`);
  await page.getByLabel("E-mail").fill("lead@support.example");
  await page.getByLabel("Password").fill("handover-demo");
  await page.getByRole("button", { name: "Go on to the code" }).click();
  const { said } = await runScript("support-code", ["lead@support.example"], {
    DATABASE_URL: databaseUrl,
    HANDOVER_SECRET: process.env.E2E_SECRET,
  });
  await page.getByRole("textbox", { name: "Code" }).fill(said.trim());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${address}/support/cases`);
}

/** On a port of its own; `said` is what it printed until it was ready. */
async function startDemo(databaseUrl: string, ...options: string[]) {
  const port = await freePort();
  const demo = spawn(process.execPath, ["lib/commands/demo.ts", ...options], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      HANDOVER_SECRET: process.env.E2E_SECRET,
      PORT: String(port),
      HANDOVER_OUTBOX: "test-results/outbox",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = await untilReady(demo);
  const address = `http://127.0.0.1:${port}`;
  expect(said).toContain(`Handover is running: ${address}`);
  return {
    said,
    address,
    async stop() {
      const ended = once(demo, "exit");
      demo.kill("SIGTERM");
      await ended;
    },
  };
}

async function untilReady(demo: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of demo.stdout ?? []) {
    said += chunk;
    if (said.includes("Ctrl+C ends it.")) break;
  }
  return said;
}
