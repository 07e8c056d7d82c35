import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { GET } from "#app/api/health/route";
import { connectAs } from "#tests/support/database";

afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.handoverDatabase = undefined;
});

function useDatabase(url: string): void {
  vi.stubEnv("HANDOVER_APP_URL", url);
  globalThis.handoverDatabase = undefined;
}

test("with its database the server is ready", async () => {
  const response = await GET();
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({ live: true, ready: true });
});

test("without its database the server lives and is not ready", async () => {
  useDatabase("postgres://handover_app@127.0.0.1:1/handover");
  const response = await GET();
  expect(response.status).toBe(503);
  const why = "The database does not answer.";
  expect(await response.json()).toEqual({ live: true, ready: false, why });
});

test("with a database that lacks a migration the server lives and is not ready", async () => {
  const owner = connectAs("owner", { max: 1 });
  const [last = {}] = await owner`
    delete from drizzle.__drizzle_migrations
    where id = (select max(id) from drizzle.__drizzle_migrations) returning *`;
  const response = await GET();
  await owner`insert into drizzle.__drizzle_migrations ${owner(last)}`;
  await owner.end();
  expect(response.status).toBe(503);
  const why = "The database is not migrated.";
  expect(await response.json()).toEqual({ live: true, ready: false, why });
});

test("a database that hangs is not waited for longer than two seconds", async () => {
  const silent = createServer((socket) => socket.on("error", () => {})).listen(0, "127.0.0.1");
  await once(silent, "listening");
  useDatabase(`postgres://handover_app@127.0.0.1:${(silent.address() as AddressInfo).port}/x`);
  const started = performance.now();
  expect((await GET()).status).toBe(503);
  expect(performance.now() - started).toBeLessThan(3000);
  silent.close();
});
