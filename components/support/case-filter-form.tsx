import { Button } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { CASES_PATH, type CaseFilter } from "#lib/support/case-filter";

type CaseFilterFormProps = {
  filter: CaseFilter;
  agents: { id: string; name: string }[];
  agentId: string;
};

/** Whose cases, and which kind; the state stays as it is. */
export function CaseFilterForm({ filter, agents, agentId }: CaseFilterFormProps) {
  return (
    <search aria-label="Cases by person and kind">
      <form className="case-filter" action={CASES_PATH}>
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <SelectField label="Assigned to" name="assigned" defaultValue={filter.assigned ?? ""}>
          <option value="">Anybody or nobody</option>
          <option value="me">Me</option>
          <option value="nobody">Nobody</option>
          {agents
            .filter(({ id }) => id !== agentId)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
        <SelectField label="About" name="kind" defaultValue={filter.kind ?? ""}>
          <option value="">Everything</option>
          <option value="removal">Lifting Owner status</option>
          <option value="rescue">An account nobody administers</option>
        </SelectField>
        <Button type="submit">Show</Button>
      </form>
    </search>
  );
}
