import { setTimeout as sleep } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";
import { type Role, roleUrl } from "#db/urls";

const ROLES: Role[] = ["handover_app", "handover_agent", "handover_worker"];

/** Makes the roles the server logs in as, or sets them right; the same again changes nothing. */
export async function createRoles(
  ownerSql: Sql,
  env: Record<string, string | undefined>,
  ownerUrl: string,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await ownerSql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtext('handover roles'))`;
        for (const role of ROLES) await createRole(tx, role, roleUrl(role, env, ownerUrl));
      });
      return;
    } catch (error) {
      // Roles belong to all databases of a server, an advisory lock to one of them.
      const isRace = /tuple concurrently updated|pg_authid_rolname_index/.test(String(error));
      if (!isRace || tries === 10) throw error;
      await sleep(50 * tries);
    }
  }
}

/** Throws unless the connected role is one that row-level security holds for. */
export async function refuseUnsafeRole(sql: Sql, meant: Role = "handover_app"): Promise<void> {
  // What a role is a member of, it can become.
  const [facts] = await sql<{ name: string; super: boolean; bypass: boolean; owns: string }[]>`
    select current_user as name, bool_or(rolsuper) as super, bool_or(rolbypassrls) as bypass, (
      select min(relname) from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and pg_has_role(relowner, 'member')
    ) as owns
    from pg_roles where pg_has_role(oid, 'member')`;
  if (!facts) return;
  const why = facts.super
    ? "is a superuser"
    : facts.bypass
      ? "bypasses row-level security"
      : facts.owns && `owns the table ${facts.owns}`;
  if (!why) return;
  throw new Error(
    `The server refuses to run as database role ${facts.name}, which ${why}: ` +
      `use ${meant}, which npm run db:migrate sets up.`,
  );
}

async function createRole(tx: TransactionSql, role: Role, url: string): Promise<void> {
  const [there] = await tx<{ safe: boolean }[]>`
    select not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole) as safe
    from pg_roles where rolname = ${role}`;
  // Only a superuser may name some of these, even to say no: so only where it is needed.
  const limits = there?.safe ? "" : "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE";
  const password = decodeURIComponent(new URL(url).password).replaceAll("'", "''");
  await tx.unsafe(
    `${there ? "ALTER" : "CREATE"} ROLE ${role} LOGIN NOINHERIT ${limits}` +
      (password ? ` PASSWORD '${password}'` : ""),
  );
  if (role === "handover_worker") return;
  await tx.unsafe(`ALTER ROLE ${role} SET statement_timeout = '30s'`);
  await tx.unsafe(`ALTER ROLE ${role} SET lock_timeout = '10s'`);
  await tx.unsafe(`ALTER ROLE ${role} SET idle_in_transaction_session_timeout = '30s'`);
}
