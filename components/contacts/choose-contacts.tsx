import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { CheckboxField } from "#components/ui/field";
import { PickAll } from "#components/ui/pick-all";
import { plural } from "#lib/plurals";

type ChooseContactsProps = {
  isPossible: boolean;
  /** How many match, where all of them may be chosen; null is more than were counted. */
  all?: number | null;
  /** What the address says about which contacts. */
  selection: Record<string, string | undefined>;
  children: ReactNode;
};

/** The Contact Table as a form: the rows that are ticked, or all that match, are taken to one sheet. */
export function ChooseContacts({ isPossible, all, selection, children }: ChooseContactsProps) {
  if (!isPossible) return children;
  return (
    <form action="/contacts/reassign">
      {Object.entries(selection).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <div className="pick-bar">
        <PickAll name="contact" beyond="all" />
        {all !== undefined && <CheckboxField name="all" value="1" label={allText(all)} />}
        <Button type="submit">Reassign…</Button>
      </div>
    </form>
  );
}

function allText(all: number | null): string {
  if (all === 1) return "Select the 1 contact that matches";
  const contacts = all === null ? "contacts (more than 1,000)" : plural(all, "contact");
  return `Select all ${contacts} that match`;
}
