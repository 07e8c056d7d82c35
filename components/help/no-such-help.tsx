import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

export function NoSuchHelp() {
  return (
    <EmptyState
      level={1}
      title="There is no such help page"
      actions={<ButtonLink href="/help">Show all help pages</ButtonLink>}
    >
      The address may be mistyped. Search the help for what you want to know.
    </EmptyState>
  );
}
