import { HelpLink } from "#components/help/help-link";
import { EmptyState } from "#components/ui/empty-state";
import { BackToUsers } from "#components/users/back-to-users";
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
          <BackToUsers />
          {why === "user_is_owner" && <HelpLink page="account-owners">Why?</HelpLink>}
        </>
      }
    >
      {whyNotSentence(why, { name: user.name, supportEmail })}
    </EmptyState>
  );
}
