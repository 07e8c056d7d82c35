import { ButtonLink } from "#components/ui/button";
import type { FormState } from "#lib/form-state";

/** Where a refused change of a user leads on to. */
export function WaysOn({ state, userId }: { state: FormState<unknown>; userId?: string }) {
  if (state.status !== "refused") return null;
  switch (state.code) {
    case "no_open_seat":
      return <ButtonLink href="/admin/subscription">Update subscription</ButtonLink>;
    case "already_inactive":
      return <ButtonLink href={`/admin/users/${userId}/inactivate`}>See what happened</ButtonLink>;
    case "already_scheduled":
    case "schedule_ended":
      return (
        <ButtonLink href={`/admin/users/${userId}/inactivate`}>Open the page again</ButtonLink>
      );
    case "already_active":
      return <ButtonLink href="/admin/users">Back to Manage Users</ButtonLink>;
    default:
      return null;
  }
}
