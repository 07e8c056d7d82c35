import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

/** Not found: the same for another account's entry and for nobody's. */
export function NothingHere() {
  return (
    <EmptyState
      level={1}
      title="There is nothing here"
      actions={<ButtonLink href="/contacts">Go to Contacts</ButtonLink>}
    >
      The address may be mistyped, or the entry belongs to another account.
    </EmptyState>
  );
}
