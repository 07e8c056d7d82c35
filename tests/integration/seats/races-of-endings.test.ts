import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { cancelSubscription } from "#lib/seats/cancel-subscription";
import { renewSubscription } from "#lib/seats/renew-subscription";
import { resumeSubscription } from "#lib/seats/resume-subscription";
import { startSubscription } from "#lib/seats/start-subscription";
import { hashPassword } from "#lib/sessions/password";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { expectEveryRule, isolations, startTogether, useIsolation } from "#tests/support/race";

const ROUNDS = 50;
// Each round of an Owner's password takes a while.
const PATIENCE = 180_000;
const password = "a password of Olivia";
const request = () => ({ requestId: randomUUID() });

describe.each(isolations)("at %s", (isolation) => {
  beforeAll(() => useIsolation(isolation));
  afterEach(expectEveryRule);

  test(
    "resuming in the second in which it ends is too late, whoever comes first",
    async () => {
      const { cast, actor } = await begin();
      for (let round = 0; round < ROUNDS; round++) {
        await makeDue(cast, true);
        const [ended, resumed] = await together(cast, round, () =>
          resumeSubscription(actor, request()),
        );
        expect(ended).toMatchObject({ value: "ended" });
        expect(resumed).toMatchObject({ reason: { code: "subscription_over" } });
        expect(await standing(cast)).toMatchObject({ status: "ended", invoices: 0 });
      }
    },
    PATIENCE,
  );

  test(
    "cancelling in the second of a renewal ends the period that begins, which is paid once",
    async () => {
      const { cast, actor } = await begin();
      for (let round = 0; round < ROUNDS; round++) {
        await makeDue(cast, false);
        const [renewed, cancelled] = await together(cast, round, () =>
          cancelSubscription(actor, { ...request(), password }),
        );
        expect(["renewed", "not yet due"]).toContain(
          renewed?.status === "fulfilled" && renewed.value,
        );
        expect(cancelled).toMatchObject({ status: "fulfilled" });
        const done = round + 1;
        expect(await standing(cast)).toEqual({
          ...{ status: "active", period: done, invoices: done, isCancelled: true, isAhead: true },
        });
      }
    },
    PATIENCE,
  );

  test(
    "started in the second in which it ends, it ends and begins once",
    async () => {
      const { cast, actor } = await begin();
      for (let round = 0; round < ROUNDS; round++) {
        await makeDue(cast, true);
        const [, started] = await together(cast, round, () =>
          startSubscription(actor, { ...request(), total: 10, seenAmount: 15_000 }),
        );
        // Where the renewal waits behind it, it has ended in the same transaction.
        expect(started).toMatchObject({ value: { kind: "subscription.started" } });
        expect(await standing(cast)).toEqual({
          ...{
            status: "active",
            period: 0,
            invoices: round + 1,
            isCancelled: false,
            isAhead: true,
          },
        });
      }
    },
    PATIENCE,
  );
});

async function begin() {
  const cast = await buildCast();
  await sql`
    update users set password_hash = ${await hashPassword(password)} where id = ${cast.owner.id}`;
  return { cast, actor: await member(cast.owner) };
}

/** The renewal first, or what an Owner does; answered in this order. */
async function together(cast: Cast, round: number, work: () => Promise<unknown>) {
  const starts = [(): Promise<unknown> => renewSubscription(cast), work];
  const results = await startTogether(cast.accountId, round % 2 ? starts : starts.reverse());
  return round % 2 ? results : results.reverse();
}

/** An active subscription, cancelled or not, whose period was over a moment ago. */
function makeDue({ accountId }: Cast, isCancelled: boolean) {
  return sql`
    update subscriptions set status = 'active', read_only_at = null, cancelled_by = null,
      cancelled_at = ${isCancelled ? new Date() : null}, renews_at = now() - interval '1 millisecond'
    where account_id = ${accountId}`;
}

async function standing({ accountId }: Cast) {
  const [row] = await sql`
    select status, period, cancelled_at is not null as "isCancelled", renews_at > now() as "isAhead",
      (select count(*)::int from invoices i where i.account_id = s.account_id) as invoices
    from subscriptions s where account_id = ${accountId}`;
  return row;
}
