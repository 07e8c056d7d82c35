import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

type NotInactivableProps = { user: { name: string }; why: RefusalCode; supportEmail: string };

/** Where somebody lands who types the address of a sheet that the table does not link to. */
export function NotInactivable({ user, why, supportEmail }: NotInactivableProps) {
  return (
    <EmptyState
      level={1}
      title={`${user.name} cannot be made inactive`}
      actions={<ButtonLink href="/admin/users">Back to Manage Users</ButtonLink>}
    >
      {whyNotSentence(why, { name: user.name, supportEmail })}
    </EmptyState>
  );
}
