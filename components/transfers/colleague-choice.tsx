import { SelectField } from "#components/ui/field";

type ColleagueChoiceProps = {
  label: string;
  name: string;
  /** What it says where nobody is chosen. */
  none: string;
  chosen: string;
  colleagues: { id: string; name: string; email: string | null }[];
};

/** One colleague, or nobody. */
export function ColleagueChoice({ label, name, none, chosen, colleagues }: ColleagueChoiceProps) {
  return (
    <SelectField label={label} name={name} defaultValue={chosen}>
      <option value="">{none}</option>
      {colleagues.map((colleague) => (
        <option key={colleague.id} value={colleague.id}>
          {colleague.name} ({colleague.email})
        </option>
      ))}
    </SelectField>
  );
}
