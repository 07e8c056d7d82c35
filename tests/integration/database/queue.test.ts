import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast } from "#tests/support/cast";

test("a job is of the account that is set, whatever its payload says", async () => {
  const cast = await buildCast();
  const other = `{"accountId": "${cast.outsider.accountId}"}`;
  for (const payload of [other, `[${other}]`, "null", '"text"']) {
    await attempt(
      "app",
      cast.accountId,
      (tx) => tx`
      select graphile_worker.enqueue('inactivate_user', ${payload}::text::jsonb)`,
    );
  }
  const jobs = await owner<{ payload: { accountId?: string } }[]>`
    select payload from graphile_worker._private_jobs`;
  const accounts = jobs.map(({ payload }) => payload.accountId);
  expect(accounts).not.toContain(cast.outsider.accountId);
  expect(accounts).toContain(cast.accountId);
});

test("without an account there is no job, and the queue's own functions are not the application's", async () => {
  await expectRefused("app", "", /invalid input syntax for type uuid/, (tx) => {
    return tx`select graphile_worker.enqueue('send_mail', '{}'::jsonb)`;
  });
  const { accountId } = await buildCast();
  for (const statement of [
    "select graphile_worker.add_job('send_mail', '{}'::json)",
    "select graphile_worker.force_unlock_workers(array['any'])",
    "select graphile_worker.beat('any', interval '0')",
    "insert into graphile_worker.beats (worker_id) values ('any')",
  ]) {
    await expectRefused("app", accountId, /permission denied/, (tx) => tx.unsafe(statement));
  }
});
