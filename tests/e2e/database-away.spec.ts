import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { roleUrl } from "#db/urls";
import { openAccount } from "#tests/support/e2e-account";
import { freePort, startServer } from "#tests/support/e2e-server";
import { expect, signIn, test } from "#tests/support/e2e-test";

const secret = "only for this story, and long enough";

test("without its database the server says so honestly, and goes on when it is back", async ({
  visit,
  expected,
}, testInfo) => {
  expected.push(/status of 500/, /Minified React error|Server Components render/);
  const place = mkdtempSync(join(tmpdir(), "handover-away-"));
  const start = () => startDatabase(place, { durable: false });
  let database = await start();
  const door = await openDoor(() => Number(new URL(database.ownerUrl).port));
  await migrate(database.ownerUrl, { HANDOVER_SECRET: secret });
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const account = await openAccount(sql);
  await sql.end();
  const appUrl = new URL(roleUrl("handover_app", { HANDOVER_SECRET: secret }, database.ownerUrl));
  appUrl.port = String(door.port);
  const log = testInfo.outputPath("server.log");
  const server = await startServer({ appUrl: appUrl.href, secret, log });
  const health = async () => {
    const answer = await fetch(`${server.url}/api/health`);
    return [answer.status, await answer.json()];
  };

  const page = await visit();
  const relative = page.goto.bind(page);
  page.goto = (address, options) => relative(new URL(address, server.url).href, options);
  await signIn(page, account.admin);
  await expect(page).toHaveURL(/\/contacts$/);
  expect(await health()).toMatchObject([200, { live: true, ready: true }]);

  await page.goto(`/contacts/${account.contact.id}`);
  await page.getByLabel("What happened").fill("While the database is away");
  await database.stop();
  await page.getByRole("button", { name: "Add to History" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /could not be shown|failed on our side/,
  );
  await expect(page.getByRole("main")).not.toContainText(/postgres|ECONN|select /i);
  const answer = await page.goto("/contacts");
  expect(answer?.status()).toBe(500);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /could not be shown|failed on our side/,
  );
  expect(await health()).toMatchObject([503, { live: true, ready: false }]);

  database = await start();
  await expect(async () => {
    expect((await page.goto("/contacts"))?.status()).toBe(200);
  }).toPass({ timeout: 30_000 });
  await page.goto(`/contacts/${account.contact.id}`);
  await expect(page.getByText("While the database is away")).toHaveCount(0);
  expect(await health()).toMatchObject([200, { live: true, ready: true }]);

  await server.stop();
  door.close();
  await database.stop();
  rmSync(place, { recursive: true, force: true });
});

/** A fixed port in front of a database that gets a new port at each start. */
async function openDoor(portOfDatabase: () => number) {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const door = createServer((outside) => {
    const inside = connect(portOfDatabase(), "127.0.0.1");
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  door.listen(port, "127.0.0.1");
  return {
    port,
    close() {
      for (const socket of sockets) socket.destroy();
      door.close();
    },
  };
}
