import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { Refusal } from "#lib/refusal";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUserSchema } from "#lib/users/schema";
import { owner } from "#tests/support/attempt";
import { addContacts, buildCast, member, type Person } from "#tests/support/cast";
import { expectEveryRule, isolations, startTogether, useIsolation } from "#tests/support/race";

const ROUNDS = 50;

describe.each(isolations)("at %s", (isolation) => {
  beforeAll(() => useIsolation(isolation));
  afterEach(expectEveryRule);

  test("of two admins who make each other inactive one wins, and the other is signed out", async () => {
    const cast = await buildCast();
    for (let round = 0; round < ROUNDS; round++) {
      const [adam, beatriz] = [await member(cast.admin), await member(cast.admin2)];
      const [one, other] = await startTogether(cast.accountId, [
        () => makeInactive(adam, cast.admin2),
        () => makeInactive(beatriz, cast.admin),
      ]);
      expect([one?.status, other?.status].sort()).toEqual(["fulfilled", "rejected"]);
      expect(reasonOf(one) ?? reasonOf(other)).toBe("access_ended");
      await owner`update users set status = 'active' where id in (${cast.admin.id}, ${cast.admin2.id})`;
    }
  });

  test("contacts go to nobody who is made inactive at the same moment", async () => {
    const cast = await buildCast();
    const [adam, beatriz] = [await member(cast.admin), await member(cast.admin2)];
    for (let round = 0; round < ROUNDS; round++) {
      await addContacts(cast.user, 1);
      const starts = [
        () => makeInactive(adam, cast.user, cast.successor),
        () => makeInactive(beatriz, cast.successor),
      ];
      const results = await startTogether(cast.accountId, round % 2 ? starts : starts.reverse());
      const [handing, leaving] = round % 2 ? results : results.reverse();
      expect(leaving?.status).toBe("fulfilled");
      const [times] = await owner<{ late: boolean }[]>`
        select exists (
          select from book_moves m join users u on u.account_id = m.account_id and u.id = m.to_user_id
          where m.account_id = ${cast.accountId} and m.to_user_id = ${cast.successor.id}
            and m.id > all (select e.id from audit_events e where e.account_id = m.account_id
              and e.kind = 'user.inactivated' and e.user_id = m.to_user_id)) as late`;
      expect(times?.late).toBe(false);
      if (handing?.status === "rejected") expect(reasonOf(handing)).toBe("successor_not_active");
      await owner`
        update users set status = 'active' where id in (${cast.user.id}, ${cast.successor.id})`;
    }
  });

  test("a form sent twice at once is done once, and both see its result", async () => {
    const cast = await buildCast({ contacts: 1 });
    const [adam, uma] = [await member(cast.admin), await member(cast.user)];
    const [contact] = await owner<{ id: string }[]>`
      select id from contacts where account_id = ${cast.accountId}`;
    for (let round = 0; round < ROUNDS; round++) {
      const requestId = randomUUID();
      const twice = () => makeInactive(adam, cast.successor, undefined, requestId);
      const [one, other] = await startTogether(cast.accountId, [twice, twice]);
      expect(one).toMatchObject({ status: "fulfilled", value: { id: expect.any(String) } });
      expect(other).toEqual(one);
      await owner`update users set status = 'active' where id = ${cast.successor.id}`;

      const entry = {
        requestId: randomUUID(),
        contactId: contact?.id ?? "",
        kind: "note" as const,
      };
      const note = () => addHistoryEntry(uma, { ...entry, body: `Round ${round}` });
      const [first, second] = await Promise.all([note(), note()]);
      expect(second).toEqual(first);
    }
    expect(
      await owner`select from history_entries where account_id = ${cast.accountId}`,
    ).toHaveLength(ROUNDS);
  });
});

function makeInactive(actor: Member, user: Person, to?: Person, requestId: string = randomUUID()) {
  const contacts = to ? "one" : "leave";
  const input = { requestId, userId: user.id, contacts, successorId: to?.id };
  return inactivateUser(actor, inactivateUserSchema.parse(input));
}

function reasonOf(result: PromiseSettledResult<unknown> | undefined): string | null {
  if (result?.status !== "rejected") return null;
  return result.reason instanceof Refusal ? result.reason.code : String(result.reason);
}
