import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { GET } from "#app/api/health/route";

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

test("a database that hangs is not waited for longer than two seconds", async () => {
  const silent = createServer((socket) => socket.on("error", () => {})).listen(0, "127.0.0.1");
  await once(silent, "listening");
  useDatabase(`postgres://handover_app@127.0.0.1:${(silent.address() as AddressInfo).port}/x`);
  const started = performance.now();
  expect((await GET()).status).toBe(503);
  expect(performance.now() - started).toBeLessThan(3000);
  silent.close();
});
