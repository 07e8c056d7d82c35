import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import { cancelInactivation } from "#lib/users/cancel-inactivation";
import { inactivateUser } from "#lib/users/inactivate-user";
import { runScheduledInactivation } from "#lib/users/run-scheduled-inactivation";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import { owner } from "#tests/support/attempt";
import { addContacts, buildCast, type Cast, member } from "#tests/support/cast";
import { expectEveryRule, isolations, startTogether, useIsolation } from "#tests/support/race";
import { scheduleNow, schedulingOf } from "#tests/support/schedules";

const ROUNDS = 50;

describe.each(isolations)("at %s", (isolation) => {
  beforeAll(() => useIsolation(isolation));
  afterEach(expectEveryRule);

  test("of a click and a schedule at the same moment one makes the user inactive, and the other finds it done", async () => {
    const cast = await buildCast();
    const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
    const seen = new Set<unknown>();
    for (let round = 0; round < ROUNDS; round++) {
      await addContacts(cast.user, 1);
      const job = await scheduleNow(admin, cast.user, give(cast));
      const starts = [
        (): Promise<unknown> => runScheduledInactivation(job),
        (): Promise<unknown> =>
          inactivateUser(
            admin2,
            schedulingOf(cast.user, { ...give(cast), replacesId: job.scheduleId }),
          ),
      ];
      const results = await startTogether(cast.accountId, round % 2 ? starts : starts.reverse());
      const [run, click] = round % 2 ? results : results.reverse();
      const outcome = run?.status === "fulfilled" ? run.value : run?.reason;
      seen.add(outcome);
      if (outcome === "done") expect(codeOf(click)).toBe("already_inactive");
      else expect([outcome, click?.status]).toEqual(["ended before", "fulfilled"]);
      expect(await countInactivations(cast)).toBe(round + 1);
      await makeActive(cast);
    }
    expect(seen).toEqual(new Set(["done", "ended before"]));
  });

  test("two workers at one job do it once", async () => {
    const cast = await buildCast();
    const admin = await member(cast.admin);
    for (let round = 0; round < ROUNDS; round++) {
      await addContacts(cast.user, 1);
      const job = await scheduleNow(admin, cast.user, give(cast));
      const work = () => runScheduledInactivation(job);
      const results = await startTogether(cast.accountId, [work, work, work]);
      const outcomes = results.map((each) => (each.status === "fulfilled" ? each.value : each));
      expect(outcomes.sort()).toEqual(["done", "ended before", "ended before"]);
      expect(await countInactivations(cast)).toBe(round + 1);
      await makeActive(cast);
    }
  });

  test("a schedule that is cancelled as it runs is either cancelled or done", async () => {
    const cast = await buildCast();
    const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
    for (let round = 0; round < ROUNDS; round++) {
      const job = await scheduleNow(admin, cast.user);
      const starts = [
        (): Promise<unknown> => runScheduledInactivation(job),
        (): Promise<unknown> => cancel(admin2, cast, job.scheduleId),
      ];
      const results = await startTogether(cast.accountId, round % 2 ? starts : starts.reverse());
      const [run, cancelled] = round % 2 ? results : results.reverse();
      const [user] = await owner`select status from users where id = ${cast.user.id}`;
      if (cancelled?.status === "fulfilled") {
        expect([run, user?.status]).toEqual([done("ended before"), "active"]);
      } else {
        expect([run, user?.status]).toEqual([done("done"), "inactive"]);
        expect(codeOf(cancelled)).toBe("schedule_ended");
      }
      await makeActive(cast);
    }
  });

  test("of two admins who schedule the same user one does, and the other is told so", async () => {
    const cast = await buildCast();
    const [admin, admin2] = [await member(cast.admin), await member(cast.admin2)];
    for (let round = 0; round < ROUNDS; round++) {
      const results = await startTogether(cast.accountId, [
        () => scheduleInactivation(admin, schedulingOf(cast.user)),
        () => scheduleInactivation(admin2, schedulingOf(cast.user)),
      ]);
      const won = results.find((each) => each.status === "fulfilled");
      const lost = results.find((each) => each.status === "rejected");
      expect(codeOf(lost)).toBe("already_scheduled");
      await cancel(admin, cast, won?.value.data.scheduleId ?? "");
    }
  });
});

const request = () => ({ requestId: randomUUID() });
const done = (value: string) => ({ status: "fulfilled", value });
const give = ({ successor }: Cast) => ({ contacts: "one", successorId: successor.id });

function cancel(actor: Member, { user }: Cast, scheduleId: string) {
  return cancelInactivation(actor, { ...request(), userId: user.id, scheduleId });
}

function makeActive({ user }: Cast) {
  return owner`update users set status = 'active' where id = ${user.id}`;
}

/** The events of it, which are as many as its transfers and its mails. */
async function countInactivations({ accountId }: Cast): Promise<number | undefined> {
  const [counts] = await owner<{ events: number; transfers: number; mails: number }[]>`
    select (select count(*)::int from audit_events
        where account_id = ${accountId} and kind = 'user.inactivated') as events,
      (select count(*)::int from transfers where account_id = ${accountId}) as transfers,
      (select count(*)::int from graphile_worker._private_jobs
        where payload ->> 'accountId' = ${accountId}
          and payload ->> 'kind' = 'contacts_received') as mails`;
  expect([counts?.transfers, counts?.mails]).toEqual([counts?.events, counts?.events]);
  return counts?.events;
}

function codeOf(result: PromiseSettledResult<unknown> | undefined): string | undefined {
  if (result?.status !== "rejected") return undefined;
  return result.reason instanceof Refusal ? result.reason.code : String(result.reason);
}
