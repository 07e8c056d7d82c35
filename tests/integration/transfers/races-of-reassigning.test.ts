import { afterEach, describe, expect, test } from "vitest";
import type { AuditEvent } from "#lib/audit/events";
import { Refusal } from "#lib/refusal";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import {
  expectEveryRule,
  isolations,
  startTogether,
  untilWaiting,
  useIsolation,
} from "#tests/support/race";
import { allOf, confirmation, contactIdsOf, sizes } from "#tests/support/reassign";

afterEach(() => useIsolation("read committed"));

test.each([
  ["by name", async (cast: Cast) => ({ contactIds: await contactIdsOf(cast.user) })],
  ["found by a search", async () => ({ selection: { search: "contact" } })],
] as const)(
  "contacts %s that an admin gave to somebody else meanwhile are not the user's to give",
  async (_how, which) => {
    const cast = await buildCast({ contacts: 3 });
    const give = await form(cast, "user", await which(cast), "successor");
    let result: Promise<unknown> = Promise.resolve();
    await sql.begin(async (tx) => {
      // The user's contacts are counted and looked at; the transfer is not yet recorded.
      await tx`lock table transfers in share mode`;
      result = Promise.allSettled([give()]);
      await untilWaiting(1);
      await sql`update contacts c set book_id = b.id from books b
      where c.account_id = ${cast.accountId} and b.assignee_id = ${cast.owner.id} and b.is_main`;
    });
    expect(((await result) as [PromiseSettledResult<AuditEvent>]).map(outcome)).toEqual([
      "contacts_changed",
    ]);
    expect(await sizes(cast.accountId)).toEqual({ [cast.owner.name]: 3 });
  },
);

describe.each(isolations)("at %s", (isolation) => {
  test("two who reassign the same contacts at once: one does, the other is told", async () => {
    const cast = await buildCast({ contacts: 6 });
    const contactIds = await contactIdsOf(cast.user);
    const first = await form(cast, "admin", { contactIds }, "successor");
    const second = await form(cast, "admin2", { contactIds }, "owner");
    useIsolation(isolation);
    const results = await startTogether(cast.accountId, [first, second]);
    expect(results.map(outcome).sort()).toEqual(["contacts_changed", "done"]);
    expect(Object.values(await sizes(cast.accountId))).toEqual([6]);
    await expectEveryRule();
  });

  test("the assignee and an admin at once: nothing is moved twice", async () => {
    const cast = await buildCast({ contacts: 6 });
    const own = await form(cast, "user", allOf(cast.user), "successor");
    const single = await form(
      cast,
      "admin",
      { contactIds: await contactIdsOf(cast.user) },
      "owner",
    );
    useIsolation(isolation);
    const results = await Promise.allSettled([own(), single()]);
    expect(results.map(outcome)).toContain("done");
    expect(Object.values(await sizes(cast.accountId))).toEqual([6]);
    const [moved] = await sql`
      select sum(contacts)::int as contacts from transfers where account_id = ${cast.accountId}`;
    expect(moved?.contacts).toBe(6 * results.filter(({ status }) => status === "fulfilled").length);
    await expectEveryRule();
  });

  test("nobody receives contacts who is made inactive at the same moment", async () => {
    const cast = await buildCast({ contacts: 6 });
    const contactIds = (await contactIdsOf(cast.user)).slice(0, 3);
    const give = await form(cast, "admin", { contactIds }, "successor");
    useIsolation(isolation);
    const [given] = await Promise.allSettled([
      give(),
      sql`update users set status = 'inactive' where id = ${cast.successor.id}`,
    ]);
    const [moves] = await sql`
      select count(*)::int as n from contact_moves where account_id = ${cast.accountId}`;
    if (outcome(given) === "done") expect(moves).toMatchObject({ n: 3 });
    else expect([outcome(given), moves?.n]).toEqual(["successor_not_active", 0]);
    await expectEveryRule();
  });
});

type Role = "admin" | "admin2" | "owner" | "user" | "successor";

async function form(cast: Cast, by: Role, meant: Parameters<typeof confirmation>[1], to: Role) {
  const actor = await member(cast[by]);
  const input = await confirmation(actor, meant, { kind: "one", to: cast[to].id });
  return () => reassignContacts(actor, input);
}

function outcome(result: PromiseSettledResult<AuditEvent>): string {
  if (result.status === "fulfilled") return "done";
  return result.reason instanceof Refusal ? result.reason.code : String(result.reason);
}
