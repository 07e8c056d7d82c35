import { z } from "zod";
import { confirmOwnerRequestAction } from "#app/confirm-owner-request/[account]/[token]/actions";
import { HelpLink } from "#components/help/help-link";
import { ConfirmationAnswer } from "#components/owner-requests/confirmation-answer";
import { CenteredShell } from "#components/shell/centered-shell";
import { findLinkedConfirmation } from "#lib/owner-requests/find-confirmation";
import { supportEmail } from "#lib/support-email";

/** Where the link in the mail to the billing address leads. */
export default async function ConfirmOwnerRequestPage(
  props: PageProps<"/confirm-owner-request/[account]/[token]">,
) {
  const { account, token } = await props.params;
  const accountId = z.uuid().safeParse(account);
  const confirmation = accountId.success
    ? await findLinkedConfirmation(accountId.data, token)
    : null;
  return (
    <CenteredShell
      title="Confirm an Account Owner request"
      aside={<HelpLink page="when-an-account-owner-leaves" />}
      description={
        confirmation?.isOpen && `Case ${confirmation.request.number}, ${confirmation.accountName}`
      }
      supportEmail={supportEmail()}
    >
      <ConfirmationAnswer
        confirmation={confirmation}
        action={confirmOwnerRequestAction}
        accountId={account}
        token={token}
      />
    </CenteredShell>
  );
}
