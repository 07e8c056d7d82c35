import { expect, test } from "vitest";
import { expireOwnerRequest } from "#lib/owner-requests/expire-owner-request";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { isolations, useIsolation } from "#tests/support/race";
import { hasSignedIn, ownerRequest } from "#tests/support/support-cast";

test.each(isolations)(
  "a case ends after thirty days, once, and is told of, at %s",
  async (isolation) => {
    useIsolation(isolation);
    const { cast, job } = await overdue();
    const outcomes = await Promise.all([expireOwnerRequest(job), expireOwnerRequest(job)]);
    expect(outcomes.toSorted()).toEqual(["expired", "left"]);
    expect(await expireOwnerRequest(job)).toBe("left");
    const events = await sql`
    select kind, actor_kind, actor_name, user_id, user_name, (data->>'caseNumber')::int as number
    from audit_events where account_id = ${cast.accountId}`;
    expect(events).toEqual([
      {
        kind: "owner_request.expired",
        actor_kind: "system",
        actor_name: "Handover",
        user_id: cast.owner.id,
        user_name: cast.owner.name,
        number: job.number,
      },
    ]);
    expect((await jobsOf(cast.accountId)).map(({ payload }) => payload)).toEqual([
      { accountId: cast.accountId, requestId: job.requestId, news: "ended" },
    ]);
    const [row] = await sql`
    select outcome, ended_by_user, ended_by_agent, ended_at <= now() as ended, (
      select is_owner from users where id = ${cast.owner.id}) as is_owner
    from owner_requests where id = ${job.requestId}`;
    expect(row).toEqual({
      ...{ outcome: "expired", ended_by_user: null, ended_by_agent: null },
      ...{ ended: true, is_owner: true },
    });
  },
);

test("what is not over, has ended, or is of another account is left as it is", async () => {
  const { cast, job } = await overdue();
  const before = await fingerprint();
  const elsewhere = { ...job, accountId: cast.outsider.accountId };
  expect(await expireOwnerRequest(elsewhere)).toBe("left");
  expect(await fingerprint()).toEqual(before);
  for (const change of [
    { expires_at: new Date(Date.now() + 60_000), ended_at: null, outcome: null },
    { expires_at: new Date(), ended_at: new Date(), outcome: "withdrawn" },
  ]) {
    await sql`update owner_requests set ${sql(change)} where id = ${job.requestId}`;
    const standing = await fingerprint();
    expect(await expireOwnerRequest(job)).toBe("left");
    expect(await fingerprint()).toEqual(standing);
  }
});

async function overdue(): Promise<{
  cast: Cast;
  job: { accountId: string; requestId: string; number: number };
}> {
  const cast = await buildCast();
  await hasSignedIn(cast.admin2);
  const { id, number } = await ownerRequest(cast.owner, cast.admin, { successor: cast.admin2 });
  await sql`update owner_requests set expires_at = now() where id = ${id}`;
  return { cast, job: { accountId: cast.accountId, requestId: id, number } };
}
