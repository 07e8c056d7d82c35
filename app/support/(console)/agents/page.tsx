import { TeamTable } from "#components/support/team-table";
import { ButtonLink } from "#components/ui/button";
import { PageHeader } from "#components/ui/page-header";
import { requireAgent } from "#lib/agent-session";
import { plural } from "#lib/plurals";
import { readerOf } from "#lib/reader";
import { listTeam } from "#lib/support/team-page";

export default async function TeamPage() {
  const actor = await requireAgent("lead");
  const team = await listTeam(actor);
  const active = team.filter(({ status }) => status === "active").length;
  return (
    <>
      <PageHeader
        title="Team"
        description={`${plural(active, "active agent")}, ${team.length - active} inactive. Nobody changes their own role or access, and one lead always stays.`}
        actions={
          <ButtonLink href="/support/agents/new" variant="primary">
            Add agent
          </ButtonLink>
        }
      />
      <TeamTable team={team} ownId={actor.agentId} dates={await readerOf("UTC")} />
    </>
  );
}
