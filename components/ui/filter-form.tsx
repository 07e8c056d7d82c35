import { type ReactNode, useId } from "react";
import { Button } from "#components/ui/button";

type FilterFormProps = { action: string; label: string; hint?: string; children: ReactNode };

/** Fields that narrow a list; what they hold goes into the address. */
export function FilterForm({ action, label, hint, children }: FilterFormProps) {
  const id = useId();
  return (
    <search aria-label={label}>
      <form className="filter-form" action={action} aria-describedby={hint && id}>
        {children}
        <Button type="submit">Show</Button>
        {hint && (
          <p className="hint" id={id}>
            {hint}
          </p>
        )}
      </form>
    </search>
  );
}
