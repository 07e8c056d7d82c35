import { z } from "zod";
import { confirmCardChangeAction } from "#app/confirm-card/[account]/[token]/actions";
import { HelpLink } from "#components/help/help-link";
import { CenteredShell } from "#components/shell/centered-shell";
import { Notice } from "#components/ui/notice";
import { FollowLinkForm } from "#components/users/follow-link-form";
import { findLinkedCardChange } from "#lib/cards/find-card-change";
import { whyNotSentence } from "#lib/refusal";
import { supportEmail } from "#lib/support-email";

/** Where the link in the mail to the present billing address leads. */
export default async function ConfirmCardPage(props: PageProps<"/confirm-card/[account]/[token]">) {
  const { account, token } = await props.params;
  const accountId = z.uuid().safeParse(account);
  const change = accountId.success ? await findLinkedCardChange(accountId.data, token) : null;
  return (
    <CenteredShell
      title="Confirm the new card"
      aside={<HelpLink page="the-card-holder">The card holder</HelpLink>}
      description={change && `For ${change.accountName}`}
      supportEmail={supportEmail()}
    >
      {(!change || change.state === "over") && (
        <Notice tone="warn" title={whyNotSentence("card_change_over")}>
          The card on file stays as it is. If another one is still meant, an admin of your company
          asks again.
        </Notice>
      )}
      {change?.state === "unconfirmed" && (
        <>
          <p>
            <bdi>{change.requestedByName}</bdi>, an admin of {change.accountName}, asked to charge
            another card from now on: <bdi>{change.holderName}</bdi>’s, which ends in {change.last4}
            . Bills then go to the address that was given with it.
          </p>
          <p>If you do not want this, close this page: the card on file stays as it is.</p>
          <FollowLinkForm
            action={confirmCardChangeAction}
            accountId={account}
            token={token}
            buttons={[{ label: "Confirm the new card", pendingLabel: "Confirming…" }]}
          />
        </>
      )}
      {change?.state === "done" && (
        <Notice tone="ok" focus title={`The card that ends in ${change.last4} is on file now.`}>
          It is <bdi>{change.holderName}</bdi>’s, and {change.accountName} is charged to it from now
          on. There is nothing more to do.
        </Notice>
      )}
    </CenteredShell>
  );
}
