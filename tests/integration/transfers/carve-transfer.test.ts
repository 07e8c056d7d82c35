import { expect, test } from "vitest";
import { owner as sql } from "#tests/support/attempt";
import { buildCast } from "#tests/support/cast";
import { mailsOf } from "#tests/support/jobs";
import { carryOut, heldBy, plannedOf, requestPlan, requestSplit } from "#tests/support/planned";

test("all of one user's contacts are split evenly, and nobody sees anything before the switch", async () => {
  const cast = await buildCast({ contacts: 2503 });
  const to = [cast.successor, cast.admin2, cast.owner];
  const id = await requestSplit(cast.admin, cast.user, to);
  expect(await heldBy(cast.user, ...to)).toEqual([2503, 0, 0, 0]);
  expect(await carryOut(cast.admin, id)).toBe("done");
  expect(await heldBy(cast.user, ...to)).toEqual([0, 835, 834, 834]);
  expect(await plannedOf(id)).toMatchObject({
    state: "done",
    total: 1668,
    carved: 1668,
    batches: 0,
  });
  const [event] = await sql`select * from audit_events where account_id = ${cast.accountId}`;
  expect(event).toMatchObject({
    kind: "contacts.reassigned",
    actor_id: cast.admin.id,
    user_id: cast.user.id,
    data: {
      transferId: id,
      contacts: 2503,
      givers: 1,
      receivers: to.map((person, n) => ({
        userId: person.id,
        name: person.name,
        contacts: n === 0 ? 835 : 834,
      })),
    },
  });
  const mails = await mailsOf(cast.accountId);
  expect(mails.map(({ kind, data }) => [kind, data.contacts]).sort()).toEqual([
    ["contacts_received", 834],
    ["contacts_received", 834],
    ["contacts_received", 835],
  ]);
});

test("what a search finds goes to one, in a book that looks like the one it was in", async () => {
  const cast = await buildCast({ contacts: 1200 });
  const id = await requestPlan(
    cast.admin,
    cast.user,
    { kind: "one", to: cast.successor.id },
    "number 77",
  );
  expect(await carryOut(cast.admin, id)).toBe("done");
  // Also those in which 77 is part of a number.
  expect(await heldBy(cast.user, cast.successor)).toEqual([1200 - 21, 21]);
});
