import postgres from "postgres";
import { password, people } from "#db/seed/seed";
import { appSecretBytes, newAppSecret } from "#lib/second-steps/app-code";
import { sealSecret } from "#lib/second-steps/sealed-secret";
import { hashPassword } from "#lib/sessions/password";
import { demoAgents } from "#lib/support/demo-agents";
import { sealedFor } from "#lib/support/lock-proven-agent";

/**
 * Puts the demo's three agents beside the demo's accounts, unless there is a team already; where
 * there are other accounts alone, nobody with a known password. Answers who of them can sign in.
 * Only once the environment is settled: what is sealed needs the server's secret.
 */
export async function seedAgents(ownerUrl: string): Promise<typeof demoAgents> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      // Of two at once, one seeds and the other finds it done.
      await tx`select pg_advisory_xact_lock(hashtext('handover demo agents'))`;
      const [demo] = await tx`
        select from users where email = any (${people.map(({ email }) => email)}) limit 1`;
      const [agent] = await tx`select from support_agents limit 1`;
      if (!demo || agent) return;
      const passwordHash = await hashPassword(password);
      for (const { email, first, last, role } of demoAgents) {
        const [row] = await tx<{ id: string }[]>`
          insert into support_agents (first_name, last_name, email, role, password_hash)
          values (${first}, ${last}, ${email}, ${role}, ${passwordHash}) returning id`;
        const { id = "" } = row ?? {};
        const sealed = sealSecret(appSecretBytes(newAppSecret()), sealedFor(id));
        await tx`update support_agents set second_step_secret = ${sealed} where id = ${id}`;
      }
    });
    const active = await sql<{ email: string }[]>`
      select email from support_agents where status = 'active' and second_step_secret is not null`;
    return demoAgents.filter((demo) => active.some(({ email }) => email === demo.email));
  } finally {
    await sql.end();
  }
}
