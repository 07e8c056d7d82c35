import { afterEach, describe, expect, test } from "vitest";
import type { AuditEvent } from "#lib/audit/events";
import { Refusal } from "#lib/refusal";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { expectEveryRule, isolations, startTogether, useIsolation } from "#tests/support/race";
import { allOf, confirmation, contactIdsOf, sizes } from "#tests/support/reassign";

afterEach(() => useIsolation("read committed"));

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
