import { HelpLink } from "#components/help/help-link";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { BackToUsers } from "#components/users/back-to-users";
import { ownerRequestHref } from "#lib/hrefs";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

type NotInactivableProps = { user: { id: string; name: string }; why: RefusalCode };

/** Where somebody lands who types the address of a sheet that the table does not link to. */
export function NotInactivable({ user, why }: NotInactivableProps) {
  return (
    <EmptyState
      level={1}
      title={`${user.name} cannot be made inactive`}
      actions={
        <>
          <BackToUsers />
          {why === "user_is_owner" && (
            <>
              <ButtonLink href={ownerRequestHref(user.id)}>Account Owner request</ButtonLink>
              <HelpLink page="account-owners">Why?</HelpLink>
            </>
          )}
        </>
      }
    >
      {whyNotSentence(why, { name: user.name })}
    </EmptyState>
  );
}
