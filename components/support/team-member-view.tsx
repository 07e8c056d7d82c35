import { AgentStepForm } from "#components/support/agent-step-form";
import { EditAgentForm } from "#components/support/edit-agent-form";
import { teamTrail } from "#components/support/team-trail";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { AgentRole } from "#lib/actor";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";
import { sentence } from "#lib/sentence";
import { agentRoleNames } from "#lib/support/agent-role-names";

type TeamMemberViewProps = {
  agent: {
    id: string;
    firstName: string;
    lastName: string;
    name: string;
    email: string;
    role: AgentRole;
    status: "active" | "inactive";
    inactivatedAt: Date | null;
    inactivatedByName: string | null;
  };
  seen: string;
  whyNot: RefusalCode | null;
  /** The kind of what was just done here. */
  done: string | null;
  dates: DateStyle;
  /** One id for each form of the page. */
  requestIds: Record<"edit" | "reset" | "status", string>;
  actions: {
    edit: FormAction;
    reset: FormAction<{ url: string }>;
    inactivate: FormAction<{ url: string }>;
    reactivate: FormAction<{ url: string }>;
  };
};

const toTeam = <ButtonLink href="/support/agents">Back to the team</ButtonLink>;

/** One of the team, and what a lead does about them. */
export function TeamMemberView(props: TeamMemberViewProps) {
  const { agent, seen, whyNot, requestIds, actions } = props;
  const { id, name } = agent;
  const canChange = whyNot === null;
  return (
    <>
      <PageHeader
        title={name}
        description={`${agent.email} · ${agentRoleNames[agent.role]}`}
        breadcrumb={teamTrail}
      />
      <Standing {...props} />
      {canChange && (
        <Section title="Name and role">
          <EditAgentForm
            // Saved, the form begins with the present values.
            key={seen}
            action={actions.edit}
            agent={agent}
            seen={seen}
            requestId={requestIds.edit}
          />
        </Section>
      )}
      <AgentStepForm
        title="Reset access"
        isOffered={canChange}
        action={actions.reset}
        agentId={id}
        requestId={requestIds.reset}
        button={{ label: "Reset access", pending: "Resetting…", variant: "danger" }}
        done={sentence`The access of ${name} begins anew.`}
      >
        <p>
          For a lost password or phone, or where somebody else may have them. Password and second
          step stop counting, every sign-in ends at once, and a new link is shown to pass on. Make
          sure first that it is {name} who asks you.
        </p>
      </AgentStepForm>
      <AgentStepForm
        title="Make inactive"
        isOffered={canChange}
        action={actions.inactivate}
        agentId={id}
        requestId={requestIds.status}
        button={{ label: "Make Inactive", pending: "Making inactive…", variant: "danger" }}
      >
        <p>
          {name} is signed out at once and cannot sign in any more. Open cases assigned to them are
          nobody’s then; what they did stays in the logs.
        </p>
      </AgentStepForm>
      <AgentStepForm
        title="Make active"
        isOffered={agent.status === "inactive"}
        action={actions.reactivate}
        agentId={id}
        requestId={requestIds.status}
        button={{ label: "Make Active", pending: "Making active…" }}
        done={sentence`${name} is active again.`}
      >
        <p>
          {name} comes back as {agentRoleNames[agent.role]} and begins anew: with a link to choose a
          password, which is shown to pass on, and with an authenticator app.
        </p>
      </AgentStepForm>
    </>
  );
}

/** What was just changed, or how things stand. */
function Standing({ agent, whyNot, done, dates }: TeamMemberViewProps) {
  const { name, inactivatedAt, inactivatedByName } = agent;
  if (inactivatedAt) {
    const by = inactivatedByName ? sentence`, by ${inactivatedByName}` : "";
    const title = `${sentence`${name} is inactive`} since ${dateTimeText(inactivatedAt, dates)}${by}.`;
    return <Notice title={title} focus={done === "agent.inactivated"} actions={toTeam} />;
  }
  if (whyNot) return <Notice title={whyNotSentence(whyNot, { name })} actions={toTeam} />;
  if (done !== "agent.edited") return null;
  return <Notice tone="ok" focus title="The changes are saved." actions={toTeam} />;
}
