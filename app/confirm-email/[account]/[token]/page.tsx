import { z } from "zod";
import { confirmEmailAction } from "#app/confirm-email/[account]/[token]/actions";
import { CenteredShell } from "#components/shell/centered-shell";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { FollowLinkForm } from "#components/users/follow-link-form";
import { whyNotSentence } from "#lib/refusal";
import { supportEmail } from "#lib/support-email";
import { findLinkedEmailChange } from "#lib/users/find-email-change";

/** Where the link in the mail to a new address leads. */
export default async function ConfirmEmailPage(
  props: PageProps<"/confirm-email/[account]/[token]">,
) {
  const { account, token } = await props.params;
  const accountId = z.uuid().safeParse(account);
  const change = accountId.success
    ? await findLinkedEmailChange(
        { kind: "system", accountId: accountId.data },
        { confirmation: token },
      )
    : null;
  const signIn = <ButtonLink href="/sign-in">Go to sign in</ButtonLink>;
  return (
    <CenteredShell
      title="Confirm your new e-mail"
      description={change && `For ${change.name}`}
      supportEmail={supportEmail()}
    >
      {(!change || change.state === "over") && (
        <Notice tone="warn" title={whyNotSentence("email_change_over")} actions={signIn} />
      )}
      {change?.state === "unconfirmed" && (
        <>
          <p>
            From then on you sign in with <bdi>{change.toEmail}</bdi>, and no longer with{" "}
            <bdi>{change.fromEmail}</bdi>.
            {change.needsAgreement &&
              !change.agreedAt &&
              " You are an admin, so the old address or an Account Owner has to agree as well."}
          </p>
          <FollowLinkForm
            action={confirmEmailAction}
            accountId={account}
            token={token}
            buttons={[{ label: "Confirm this address", pendingLabel: "Confirming…" }]}
          />
        </>
      )}
      {change?.state === "not_agreed" && (
        <Notice tone="ok" focus title={`${change.toEmail} is confirmed.`}>
          It counts once the old address or an Account Owner has agreed. Until then you sign in with{" "}
          {change.fromEmail}.
        </Notice>
      )}
      {change?.state === "done" && (
        <Notice
          tone="ok"
          focus
          title={`From now on you sign in with ${change.toEmail}.`}
          actions={signIn}
        />
      )}
    </CenteredShell>
  );
}
