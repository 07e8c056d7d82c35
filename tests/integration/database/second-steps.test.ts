import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";

test("a period never goes back, and a confirmed secret stays confirmed as it was", async () => {
  const cast = await castWithStep();
  const refused = (work: (tx: TransactionSql) => Promise<unknown>) =>
    expectRefused("app", cast.accountId, "second_steps_count_once", work);
  await refused((tx) => tx`update second_steps set last_period = last_period - 1`);
  await refused((tx) => tx`update second_steps set confirmed_at = now() + interval '1 day'`);
  await refused((tx) => tx`update second_steps set confirmed_at = null`);
  await attempt("app", cast.accountId, (tx) => tx`update second_steps set last_period = 101`);
  await attempt(
    "app",
    cast.accountId,
    (tx) => tx`update second_steps set secret = '', confirmed_at = null`,
  );
});

test("a recovery code that was used or ended stays so, and is nobody else's", async () => {
  const cast = await castWithStep();
  const { accountId } = cast;
  const changes: ((tx: TransactionSql) => Promise<unknown>)[] = [
    (tx) => tx`update recovery_codes set used_at = null where code_hash = 'used'`,
    (tx) => tx`update recovery_codes set ended_at = now() where code_hash = 'used'`,
    (tx) => tx`update recovery_codes set ended_at = null where code_hash = 'ended'`,
    (tx) => tx`update recovery_codes set used_at = now() where code_hash = 'ended'`,
  ];
  for (const change of changes) {
    await expectRefused("app", accountId, "recovery_codes_count_once", change);
  }
  for (const column of ["user_id", "code_hash", "id", "created_at"]) {
    await expectRefused("app", accountId, /permission denied/, (tx) =>
      tx.unsafe(`update recovery_codes set ${column} = default`),
    );
  }
  await expectRefused(
    "app",
    accountId,
    "recovery_codes_are_unique",
    (tx) => tx`insert into recovery_codes ${tx({ ...key(cast), code_hash: "open" })}`,
  );
});

test("the application deletes none, and gives nobody another user's or account's", async () => {
  const cast = await castWithStep();
  const { accountId, outsider } = cast;
  for (const table of ["second_steps", "recovery_codes"]) {
    await expectRefused("app", accountId, /permission denied/, (tx) =>
      tx.unsafe(`delete from ${table}`),
    );
    const rows = await attempt("app", outsider.accountId, (tx) => tx`select from ${tx(table)}`);
    expect(rows).toHaveLength(0);
  }
  await expectRefused("app", accountId, /permission denied/, (tx) =>
    tx.unsafe(`update second_steps set user_id = '${cast.admin.id}'`),
  );
  const others = { account_id: outsider.accountId, user_id: outsider.id };
  await expectRefused(
    "app",
    accountId,
    /row-level security/,
    (tx) => tx`insert into second_steps ${tx({ ...others, secret: "s" })}`,
  );
  const strangers = { account_id: accountId, user_id: outsider.id };
  await expectRefused(
    "app",
    accountId,
    "second_steps_user_same_account",
    (tx) => tx`insert into second_steps ${tx({ ...strangers, secret: "s" })}`,
  );
});

test("used and ended codes are cleared after thirty days, open ones never", async () => {
  const cast = await castWithStep();
  await owner`
    insert into recovery_codes (account_id, user_id, code_hash, created_at, used_at) values
      (${cast.accountId}, ${cast.user.id}, 'long used', now() - interval '99 days', now() - interval '31 days'),
      (${cast.accountId}, ${cast.user.id}, 'long open', now() - interval '99 days', null)`;
  await owner`select clear_ended_access()`;
  const rows = await owner`
    select code_hash from recovery_codes where user_id = ${cast.user.id} order by code_hash`;
  expect(rows.map(({ code_hash }) => code_hash)).toEqual(["ended", "long open", "open", "used"]);
});

const key = ({ accountId, user }: Cast) => ({ account_id: accountId, user_id: user.id });

async function castWithStep(): Promise<Cast> {
  const cast = await buildCast();
  const step = { secret: randomUUID(), confirmed_at: new Date(), last_period: 100 };
  await owner`insert into second_steps ${owner({ ...key(cast), ...step })}`;
  await owner`
    insert into recovery_codes ${owner([
      { ...key(cast), code_hash: "open", used_at: null, ended_at: null },
      { ...key(cast), code_hash: "used", used_at: new Date(), ended_at: null },
      { ...key(cast), code_hash: "ended", used_at: null, ended_at: new Date() },
    ])}`;
  return cast;
}
