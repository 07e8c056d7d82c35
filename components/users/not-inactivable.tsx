import { HelpLink } from "#components/help/help-link";
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
      actions={
        <>
          <ButtonLink href="/admin/users">Back to Manage Users</ButtonLink>
          {why === "user_is_owner" && <HelpLink page="account-owners">Why?</HelpLink>}
        </>
      }
    >
      {whyNotSentence(why, { name: user.name, supportEmail })}
    </EmptyState>
  );
}
