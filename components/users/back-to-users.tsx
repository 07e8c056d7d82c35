import { ButtonLink } from "#components/ui/button";

type BackToUsersProps = { variant?: "quiet" };

export function BackToUsers({ variant }: BackToUsersProps) {
  return (
    <ButtonLink href="/admin/users" variant={variant}>
      Back to Manage Users
    </ButtonLink>
  );
}
