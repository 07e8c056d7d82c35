import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import type { AgentRole } from "#lib/actor";
import { sessionSecret } from "#lib/commands/environment";
import { appSecretBytes, newAppSecret } from "#lib/second-steps/app-code";
import { sealSecret } from "#lib/second-steps/sealed-secret";
import { hashPassword } from "#lib/sessions/password";
import { password } from "#tests/support/e2e-account";
import { appCodes } from "#tests/support/second-step";

export type ConsoleAgent = {
  id: string;
  name: string;
  email: string;
  role: AgentRole;
  /** A code of the second step that was not used yet; three of them without waiting. */
  nextCode: () => string;
};

const people = {
  agent: { first: "Rita", last: "Reed" },
  technical: { first: "Theo", last: "Thorn" },
  lead: { first: "Lena", last: "Lang" },
};

let hash: Promise<string> | undefined;

/** One of support with the password of the stories and a second step; nobody else has the address. */
export async function insertAgent(sql: Sql, role: AgentRole): Promise<ConsoleAgent> {
  hash ??= hashPassword(password);
  // As the server settles it: with this key it opens what is sealed here.
  process.env.NEXTAUTH_SECRET ??= sessionSecret(process.env.E2E_SECRET ?? "");
  const appSecret = newAppSecret();
  const { first, last } = people[role];
  const email = `${role}.${randomBytes(4).toString("hex")}@support.example`;
  const [row] = await sql<{ id: string; name: string }[]>`
    insert into support_agents (first_name, last_name, email, role, password_hash)
    values (${first}, ${last}, ${email}, ${role}, ${await hash}) returning id, name`;
  if (!row) throw new Error("The agent was not inserted.");
  const sealed = sealSecret(appSecretBytes(appSecret), { accountId: "support", userId: row.id });
  await sql`update support_agents set second_step_secret = ${sealed} where id = ${row.id}`;
  return { ...row, email, role, nextCode: appCodes(appSecret) };
}
