"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { SelectField } from "#components/ui/field";
import type { AgentRole } from "#lib/actor";
import { fieldValue } from "#lib/form-state";
import { agentRoleNames } from "#lib/support/agent-role-names";

type AssignCaseFormProps = CaseFormProps & {
  agents: { id: string; name: string; role: AgentRole }[];
  agentId: string;
  assignedTo: string | null;
};

export function AssignCaseForm({ agents, agentId, assignedTo, ...form }: AssignCaseFormProps) {
  return (
    <CaseForm {...form} title="Assign it" button="Assign" pending="Assigning…">
      {(state) => (
        <SelectField
          label="Assigned to"
          name="agentId"
          defaultValue={fieldValue(state, "agentId", assignedTo ?? "")}
        >
          <option value="">Nobody: back to the queue</option>
          {agents.map(({ id, name, role }) => (
            <option key={id} value={id}>
              {id === agentId ? `${name} (you)` : name} · {agentRoleNames[role]}
            </option>
          ))}
        </SelectField>
      )}
    </CaseForm>
  );
}
