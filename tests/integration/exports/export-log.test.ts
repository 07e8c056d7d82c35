import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { getAuditPage } from "#lib/audit/audit-page";
import { auditFilterSchema, type EventFilter } from "#lib/audit/filter";
import { exportLog } from "#lib/exports/export-log";
import { logPieces, PIECE } from "#lib/exports/log-pieces";
import type { ExportFormat } from "#lib/exports/schema";
import { inactivateUser } from "#lib/users/inactivate-user";
import { attempt, owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { expectRefusal } from "#tests/support/refused";

/** So many events by and about the user, a second apart, every tenth one the admin's. */
async function fill({ accountId, admin, user }: Cast, count: number): Promise<void> {
  await sql`
    insert into audit_events
      (account_id, at, kind, actor_kind, actor_id, actor_name, user_id, user_name, data)
    select ${accountId}, timestamptz '2026-11-12 10:00:00.000001Z' - make_interval(secs => n),
      case when n % 3 = 0 then 'user.signed_out' else 'history.added' end, 'member',
      case when n % 10 = 0 then ${admin.id}::uuid else ${user.id}::uuid end, 'Uma, "the boss"',
      null, null,
      case when n % 3 = 0 then '{}' else
        jsonb_build_object('contactId', ${accountId}::text, 'contactName', 'No. ' || n, 'entryKind', 'call') end
    from generate_series(1, ${count}::int) n`;
  await sql`analyze audit_events`;
}

async function begin(actor: Member, format: ExportFormat, filter: EventFilter = {}) {
  const { id } = await exportLog(actor, { format, filter });
  return { id, pieces: logPieces(actor, { format, filter }, id) };
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(pieces)).join("");
}

async function shownIds(actor: Member, filter: EventFilter): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { page } = await getAuditPage(actor, auditFilterSchema.parse({ ...filter, cursor }));
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return ids;
}

test("both formats hold exactly what all pages under the filter show, in their order", async () => {
  const cast = await buildCast();
  const actor = await member(cast.admin);
  await fill(cast, 2 * PIECE + 70);
  const person = cast.admin.id;
  const filters: EventFilter[] = [
    { kind: "sign-ins", from: "2026-11-12" },
    { person },
    { person, kind: "history", from: "2026-11-12", to: "2026-11-12" },
    { kind: "users" },
  ];
  for (const filter of filters) {
    const shown = await shownIds(actor, filter);
    const csv = await textOf((await begin(actor, "csv", filter)).pieces);
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ event_id }) => event_id)).toEqual(shown);
    // What was about the person has one more by now: the export before.
    const again = await shownIds(actor, filter);
    const lines = (await textOf((await begin(actor, "jsonl", filter)).pieces)).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(again);
  }
});

test("an export ends where it began: what happens meanwhile is not in it, nor is the export itself", async () => {
  const cast = await buildCast();
  const actor = await member(cast.admin);
  await fill(cast, PIECE + 1);
  const { id, pieces } = await begin(actor, "jsonl");
  const first = (await pieces.next()).value ?? "";
  await exportLog(actor, { format: "csv", filter: {} });
  const rest = await textOf(pieces);
  const lines = (first + rest).trim().split("\n");
  expect(lines).toHaveLength(PIECE + 1);
  expect(first + rest).not.toContain(id);
  expect(first + rest).not.toContain("audit.exported");
});

test("an export stands in the log: by whom, as what, and which part", async () => {
  const cast = await buildCast();
  const actor = await member(cast.admin);
  const filter = { person: cast.user.id, kind: "sign-ins", from: "2026-11-01" } as const;
  await exportLog(actor, { format: "jsonl", filter });
  await exportLog(actor, { format: "csv", filter: { person: randomUUID() } });
  const { page } = await getAuditPage(actor, auditFilterSchema.parse({ kind: "account" }));
  const [unknown, part] = page.rows;
  expect(part).toMatchObject({
    kind: "audit.exported",
    actorId: cast.admin.id,
    actorName: "Adam Aalto",
    userId: cast.user.id,
    userName: "Uma Ullman",
    data: {
      format: "jsonl",
      person: "Uma Ullman",
      kind: "Signing in and out",
      from: "2026-11-01",
    },
  });
  expect(unknown).toMatchObject({ userId: null, data: { format: "csv" } });
});

test("only an active admin with an open sign-in exports", async () => {
  const cast = await buildCast();
  const [user, former, ended] = [
    await member(cast.user),
    await member(cast.admin2),
    await member(cast.admin),
  ];
  await sql`update users set status = 'inactive' where id = ${cast.admin2.id}`;
  await sql`
    update sessions set ended_at = now(), end_reason = 'signed_out' where id = ${ended.sessionId}`;
  const input = { format: "csv", filter: {} } as const;
  await expectRefusal(() => exportLog(user, input), "not_admin");
  await expectRefusal(() => exportLog(former, input), "access_ended");
  await expectRefusal(() => exportLog(ended, input), "not_signed_in");
});

test.each([
  [
    "made inactive",
    "access_ended",
    async (cast: Cast) => {
      const requestId = randomUUID();
      const input = { requestId, userId: cast.admin.id, contacts: "leave", reason: "" } as const;
      await inactivateUser(await member(cast.owner), { ...input, successorIds: [] });
    },
  ],
  [
    "made a plain user",
    "not_admin",
    (cast: Cast) => sql`update users set role = 'user' where id = ${cast.admin.id}`,
  ],
  [
    "signed out",
    "not_signed_in",
    (cast: Cast) => sql`
      update sessions set ended_at = now(), end_reason = 'signed_out'
      where user_id = ${cast.admin.id}`,
  ],
] as const)(
  "who is %s in the middle of an export receives no further piece, and no proper end",
  async (_what, code, change) => {
    const cast = await buildCast();
    const actor = await member(cast.admin);
    await fill(cast, 3 * PIECE);
    const { pieces } = await begin(actor, "jsonl");
    expect((await pieces.next()).value).toContain('"sentence"');
    await change(cast);
    await expect(pieces.next()).rejects.toMatchObject({ code });
  },
);

test("another account's events are in no export, nor is anything where the wall is asked for it", async () => {
  const cast = await buildCast();
  await fill(cast, 3);
  const outsider = await member(cast.outsider);
  expect(await textOf((await begin(outsider, "jsonl")).pieces)).toBe("");
  const filter = { person: cast.user.id };
  expect(await textOf((await begin(outsider, "jsonl", filter)).pieces)).toBe("");
});

test("an export of 100,000 events holds a piece at a time, and no transaction while its reader rests", async () => {
  const cast = await buildCast();
  const actor = await member(cast.admin);
  await fill(cast, 100_000);
  setFlagsFromString("--expose_gc");
  const collect: () => void = runInNewContext("gc");
  const { pieces } = await begin(actor, "csv");
  let events = 0;
  let most = 0;
  collect();
  const before = process.memoryUsage().heapUsed;
  for await (const piece of pieces) {
    events += piece.split("\r\n").length - 1;
    if (events % (10 * PIECE) !== 1) continue;
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed - before);
    const open = await attempt(
      "owner",
      cast.accountId,
      (tx) =>
        tx`select from pg_stat_activity
         where datname = current_database() and application_name = 'handover' and xact_start is not null`,
    );
    expect(open).toHaveLength(0);
  }
  // The first line names the columns.
  expect(events).toBe(100_000 + 1);
  // The whole is 30 MB of text; a piece, with its rows, is a hundredth of that.
  expect(most).toBeLessThan(6_000_000);
});
