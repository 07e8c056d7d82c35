import { SelectField, TextField } from "#components/ui/field";
import { FilterForm } from "#components/ui/filter-form";
import { AUDIT_PATH } from "#lib/audit/audit-href";
import type { AuditFilter } from "#lib/audit/filter";
import { kindGroupLabels, kindGroups } from "#lib/audit/kind-groups";

export type LogPerson = {
  id: string;
  name: string;
  email: string | null;
  status: "active" | "inactive";
};

type AuditFilterFormProps = {
  /** Everybody to choose from, or null where they are found by name. */
  people: LogPerson[] | null;
  person: LogPerson | null;
  filter: AuditFilter;
  timeZone: string;
};

/** By whom or about whom, of what kind, on which days; sent by its button, as a plain form. */
export function AuditFilterForm({ people, person, filter, timeZone }: AuditFilterFormProps) {
  const { kind, from, to } = filter;
  return (
    <FilterForm
      action={AUDIT_PATH}
      label="Filter the account log"
      hint={`A day begins and ends in the account's time zone, ${timeZone.replaceAll("_", " ")}.`}
    >
      {people ? (
        <SelectField label="Person" name="person" defaultValue={person?.id ?? ""}>
          <option value="">Everybody</option>
          {people.map((each) => (
            <option key={each.id} value={each.id}>
              {optionText(each, people)}
            </option>
          ))}
        </SelectField>
      ) : (
        <>
          {person && <input type="hidden" name="person" value={person.id} />}
          <TextField
            key={person?.id ?? filter.who}
            label="Person"
            type="search"
            name="who"
            maxLength={200}
            placeholder="Everybody, or a name or e-mail"
            defaultValue={person?.name ?? filter.who}
          />
        </>
      )}
      <SelectField label="Kind" name="kind" defaultValue={kind ?? ""}>
        <option value="">All kinds</option>
        {kindGroups.map((group) => (
          <option key={group} value={group}>
            {kindGroupLabels[group]}
          </option>
        ))}
      </SelectField>
      <TextField key={`from ${from}`} label="From" type="date" name="from" defaultValue={from} />
      <TextField key={`to ${to}`} label="To" type="date" name="to" defaultValue={to} />
    </FilterForm>
  );
}

/** The name; with the address where two people have the same. */
function optionText({ id, name, email, status }: LogPerson, people: LogPerson[]): string {
  const hasNamesake = people.some((other) => other.name === name && other.id !== id);
  const inactive = status === "inactive" ? " (inactive)" : "";
  return `${name}${hasNamesake && email ? `, ${email}` : ""}${inactive}`;
}
