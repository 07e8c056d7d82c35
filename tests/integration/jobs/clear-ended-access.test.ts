import { afterAll, expect, test } from "vitest";
import { taskList } from "#lib/jobs/tasks";
import { expectRefused, owner as sql } from "#tests/support/attempt";
import { buildCast } from "#tests/support/cast";
import { connectAs } from "#tests/support/database";

const worker = connectAs("worker");
afterAll(() => worker.end());

test("ended sign-ins, used links and spent codes stay 30 days, and go then; what is open stays", async () => {
  const cast = await buildCast();
  const { accountId, id } = cast.user;
  const days = [29, 31];
  for (const age of days) {
    await sql`
      insert into sessions (account_id, user_id, expires_at, ended_at, end_reason, device)
      values (${accountId}, ${id}, now(), now() - make_interval(days => ${age}), 'signed_out',
        ${`ended ${age}`})`;
    await sql`
      insert into password_links (account_id, user_id, token_hash, expires_at)
      values (${accountId}, ${id}, ${`expired ${age}`}, now() - make_interval(days => ${age}))`;
    await sql`
      insert into recovery_codes (account_id, user_id, code_hash, used_at)
      values (${accountId}, ${id}, ${`used ${age}`}, now() - make_interval(days => ${age}))`;
  }
  await sql`
    insert into sessions (account_id, user_id, expires_at, device)
    values (${accountId}, ${id}, now() + interval '1 day', 'open')`;
  await sql`
    insert into recovery_codes (account_id, user_id, code_hash) values (${accountId}, ${id}, 'new')`;

  const query = (text: string) => worker.unsafe(text);
  const task = taskList().clear_ended_access as (payload: unknown, helpers: unknown) => unknown;
  await task({}, { query });
  const [left] = await sql`
    select (select array_agg(device order by device) from sessions where user_id = ${id}) as sessions,
      (select array_agg(token_hash) from password_links where user_id = ${id}) as links,
      (select array_agg(code_hash order by code_hash) from recovery_codes where user_id = ${id})
        as codes`;
  expect(left).toEqual({
    sessions: ["ended 29", "open"],
    links: ["expired 29"],
    codes: ["new", "used 29"],
  });
});

test("the application cannot clear anything away", async () => {
  const cast = await buildCast();
  await expectRefused("app", cast.accountId, /permission denied/, (tx) => {
    return tx`select clear_ended_access()`;
  });
});
