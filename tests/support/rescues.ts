import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { hasSignedIn } from "#tests/support/support-cast";

/** An account whose Owner alone is an admin, and whose user has signed in. */
export async function leftAlone(): Promise<Cast> {
  const cast = await buildCast();
  await sql`
    update users set role = 'user' where id in (${cast.admin.id}, ${cast.admin2.id})`;
  await hasSignedIn(cast.user);
  return cast;
}

/** Of the leads that there are, these alone stay active. */
export async function onlyLeads(...leads: { agentId: string }[]): Promise<void> {
  await sql`
    update support_agents set status = 'inactive'
    where role = 'lead' and status = 'active' and id <> all (${leads.map((lead) => lead.agentId)})`;
}
