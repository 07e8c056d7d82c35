import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";

export function OnlyForAdmins() {
  return (
    <EmptyState
      level={1}
      title="This page is for admins"
      actions={<ButtonLink href="/contacts">Go to Contacts</ButtonLink>}
    >
      Only an admin of your account can open it. Ask one of your admins to do this for you.
    </EmptyState>
  );
}
