import { randomUUID } from "node:crypto";
import { addAgentAction } from "#app/support/(console)/agents/actions";
import { AddAgentForm } from "#components/support/add-agent-form";
import { teamTrail } from "#components/support/team-trail";
import { PageHeader } from "#components/ui/page-header";
import { requireAgent } from "#lib/agent-session";

export default async function NewAgentPage() {
  await requireAgent("lead");
  return (
    <>
      <PageHeader title="Add agent" breadcrumb={teamTrail} />
      <AddAgentForm action={addAgentAction} requestId={randomUUID()} />
    </>
  );
}
