import { afterAll, expect, test } from "vitest";
import { migrate } from "#db/migrate";
import { refuseUnsafeRole } from "#db/roles";
import { connectAs, testDatabase } from "#tests/support/database";

const owner = connectAs("owner");

afterAll(() => owner.end());

test("migrating again, by two at once, changes nothing", async () => {
  const { ownerUrl } = testDatabase();
  const before = await definitions();
  expect(await Promise.all([migrate(ownerUrl), migrate(ownerUrl)])).toEqual([0, 0]);
  expect(await definitions()).toEqual(before);
});

test.each(["app", "agent"] as const)(
  "the %s's role owns nothing and bypasses nothing",
  async (who) => {
    const sql = connectAs(who);
    await refuseUnsafeRole(sql);
    const [limits] = await sql`
    select current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`;
    expect(limits).toEqual({ statement: "30s", lock: "10s", idle: "30s" });
    await sql.end();
  },
);

test("the server refuses the migrating role, whose rows no policy hides", async () => {
  await expect(refuseUnsafeRole(owner)).rejects.toThrow(
    /^The server refuses to run as database role \w+, which (is|bypasses|owns) .*: use handover_app/,
  );
});

async function definitions() {
  return [
    await owner`select relname, relkind, relacl::text from pg_class order by oid`,
    await owner`select proname, prosrc, proacl::text from pg_proc order by oid`,
    await owner`select polname, polrelid, polroles from pg_policy order by oid`,
    await owner`
      select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls,
        rolconfig
      from pg_roles order by oid`,
    await owner`select hash, created_at from drizzle.__drizzle_migrations order by id`,
  ];
}
