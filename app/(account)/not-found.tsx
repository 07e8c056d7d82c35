import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

export default function AccountNotFound() {
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
