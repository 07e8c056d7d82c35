import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { downloadLog } from "#lib/exports/download-log";
import { PIECE } from "#lib/exports/log-pieces";
import { log } from "#lib/log";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { connectAs } from "#tests/support/database";

let lines: unknown[];

beforeEach(() => {
  lines = [];
  for (const level of ["info", "error"] as const) {
    vi.spyOn(log, level).mockImplementation((line) => void lines.push(line));
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function begin(format: "csv" | "jsonl") {
  const cast = await buildCast();
  await sql`
    insert into audit_events (account_id, at, kind, actor_kind, actor_name, user_name)
    select ${cast.accountId}, now() - make_interval(secs => n), 'user.signed_out', 'member', 'Uma', 'Uma'
    from generate_series(1, ${4 * PIECE}::int) n`;
  const actor = await member(cast.admin);
  return { actor, response: await downloadLog(actor, { format, filter: {} }) };
}

test("a download says its name and kind, is kept nowhere, and holds every event", async () => {
  for (const [format, type] of [
    ["csv", "text/csv; charset=utf-8; header=present"],
    ["jsonl", "application/jsonl; charset=utf-8"],
  ] as const) {
    const { response } = await begin(format);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toEqual({
      "content-type": type,
      "content-disposition": expect.stringMatching(
        `^attachment; filename="account-log-brightwater-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`,
      ),
      "cache-control": "no-store",
    });
    const text = await response.text();
    expect(text.match(/Uma signed out\./g)).toHaveLength(4 * PIECE);
  }
  expect(lines).toEqual([]);
});

test("a download whose reader loses access is cut, and our log says why", async () => {
  const { actor, response } = await begin("jsonl");
  await sql`
    update sessions set ended_at = now(), end_reason = 'signed_out' where id = ${actor.sessionId}`;
  await expect(response.text()).rejects.toMatchObject({ code: "not_signed_in" });
  expect(lines).toEqual([{ why: "not_signed_in" }]);
});

test("a download that fails is cut, and our log says why without a value", async () => {
  const { response } = await begin("jsonl");
  const reader = response.body?.getReader();
  await reader?.read();
  await sql`revoke select on audit_events from handover_app`;
  try {
    await expect(
      (async () => {
        while (!(await reader?.read())?.done);
      })(),
    ).rejects.toThrow();
  } finally {
    await sql`grant select on audit_events to handover_app`;
  }
  expect(lines).toMatchObject([{ error: { message: "Failed query" } }]);
  expect(JSON.stringify(lines)).not.toContain("Brightwater");
});

test("a download is read no further than its reader has come, and no more once the reader has gone", async () => {
  const app = connectAs("app");
  let pieces = 0;
  const logger = {
    logQuery(text: string) {
      if (text.includes("as found")) pieces += 1;
    },
  };
  const before = globalThis.handoverDatabase;
  globalThis.handoverDatabase = drizzle(app, { casing: "snake_case", logger });
  try {
    const { response } = await begin("jsonl");
    const reader = response.body?.getReader();
    await reader?.read();
    await sleep(200);
    expect(pieces).toBe(2);
    await reader?.cancel();
    await sleep(200);
    expect(pieces).toBe(2);
    expect(lines).toEqual([]);
  } finally {
    globalThis.handoverDatabase = before;
    await app.end();
  }
});
