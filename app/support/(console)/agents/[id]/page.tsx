import { randomUUID } from "node:crypto";
import {
  editAgentAction,
  inactivateAgentAction,
  reactivateAgentAction,
  resetAgentAccessAction,
} from "#app/support/(console)/agents/actions";
import { TeamMemberView } from "#components/support/team-member-view";
import { requireAgent } from "#lib/agent-session";
import { found } from "#lib/found";
import { idOrNone } from "#lib/input";
import { readerOf } from "#lib/reader";
import { getTeamMemberPage } from "#lib/support/team-page";

export default async function TeamMemberPage(props: PageProps<"/support/agents/[id]">) {
  const actor = await requireAgent("lead");
  const { id } = await props.params;
  const done = idOrNone.parse((await props.searchParams).done);
  const page = await found(id, (agentId) => getTeamMemberPage(actor, agentId, done));
  return (
    <TeamMemberView
      {...page}
      dates={await readerOf("UTC")}
      requestIds={{ edit: randomUUID(), reset: randomUUID(), status: randomUUID() }}
      actions={{
        edit: editAgentAction,
        reset: resetAgentAccessAction,
        inactivate: inactivateAgentAction,
        reactivate: reactivateAgentAction,
      }}
    />
  );
}
