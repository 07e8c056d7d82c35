import { Badge } from "#components/ui/badge";
import { EmailText } from "#components/ui/email-text";
import { TextLink } from "#components/ui/link";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { AgentRole } from "#lib/actor";
import { type DateStyle, dateText, dateTimeText, exactText } from "#lib/dates";
import { agentRoleNames } from "#lib/support/agent-role-names";

type TeamMember = {
  id: string;
  name: string;
  email: string;
  role: AgentRole;
  status: "active" | "inactive";
  hasPassword: boolean;
  hasSecondStep: boolean;
  lastSignInAt: Date | null;
  inactivatedAt: Date | null;
  inactivatedByName: string | null;
};

type TeamTableProps = { team: TeamMember[]; ownId: string; dates: DateStyle };

/** Everybody of support; nobody is ever taken out of it. */
export function TeamTable({ team, ownId, dates }: TeamTableProps) {
  return (
    <Table caption="The support team">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>E-mail</Th>
          <Th>Role</Th>
          <Th>Status</Th>
          <Th>Last sign-in</Th>
          <Th>Second step</Th>
        </tr>
      </thead>
      <tbody>
        {team.map((agent) => (
          <Tr key={agent.id} tone={agent.status === "inactive" ? "marked" : undefined}>
            <Td lead>
              <TextLink href={`/support/agents/${agent.id}`} dir="auto">
                {agent.name}
              </TextLink>
              {agent.id === ownId && <span className="muted"> (you)</span>}
            </Td>
            <Td label="E-mail" long>
              <EmailText address={agent.email} />
            </Td>
            <Td label="Role">{agentRoleNames[agent.role]}</Td>
            <Td label="Status">
              <Status agent={agent} dates={dates} />
            </Td>
            <Td label="Last sign-in">
              {agent.lastSignInAt ? (
                <Time
                  iso={agent.lastSignInAt.toISOString()}
                  exact={exactText(agent.lastSignInAt, dates)}
                >
                  {dateTimeText(agent.lastSignInAt, dates)}
                </Time>
              ) : (
                <span className="muted">Never</span>
              )}
            </Td>
            <Td label="Second step">
              {agent.hasSecondStep ? "Yes" : <span className="muted">Not yet</span>}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Status({ agent, dates }: { agent: TeamMember; dates: DateStyle }) {
  if (agent.status === "active") {
    return agent.hasPassword ? (
      "Active"
    ) : (
      <>
        Active
        <span className="hint">Has yet to choose a password</span>
      </>
    );
  }
  return (
    <>
      <Badge tone="warn">Inactive</Badge>
      {agent.inactivatedAt && (
        <span className="hint">
          Since{" "}
          <Time
            iso={agent.inactivatedAt.toISOString()}
            exact={exactText(agent.inactivatedAt, dates)}
          >
            {dateText(agent.inactivatedAt, dates)}
          </Time>
          {agent.inactivatedByName && (
            <>
              {" by "}
              <bdi>{agent.inactivatedByName}</bdi>
            </>
          )}
        </span>
      )}
    </>
  );
}
