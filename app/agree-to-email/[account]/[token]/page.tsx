import { z } from "zod";
import { answerEmailChangeAction } from "#app/agree-to-email/[account]/[token]/actions";
import { CenteredShell } from "#components/shell/centered-shell";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { FollowLinkForm } from "#components/users/follow-link-form";
import { whyNotSentence } from "#lib/refusal";
import { supportEmail } from "#lib/support-email";
import { findLinkedEmailChange } from "#lib/users/find-email-change";

/** Where the link in the mail to the old address of an admin leads. */
export default async function AgreeToEmailPage(
  props: PageProps<"/agree-to-email/[account]/[token]">,
) {
  const { account, token } = await props.params;
  const accountId = z.uuid().safeParse(account);
  const change = accountId.success
    ? await findLinkedEmailChange(
        { kind: "system", accountId: accountId.data },
        { agreement: token },
      )
    : null;
  const isOpen = change && (change.state === "unconfirmed" || change.state === "not_agreed");
  return (
    <CenteredShell
      title="A new e-mail for you"
      description={change && `For ${change.name}, ${change.fromEmail}`}
      supportEmail={supportEmail()}
    >
      {!change || change.state === "over" ? (
        <Notice
          tone="warn"
          focus
          title={
            change?.endedAt
              ? "This change of address has ended."
              : whyNotSentence("email_change_over")
          }
          actions={<ButtonLink href="/sign-in">Go to sign in</ButtonLink>}
        >
          {change?.endedAt && `You go on signing in with ${change.fromEmail}.`}
        </Notice>
      ) : isOpen && !change.agreedAt ? (
        <>
          <p>
            Do you agree that you sign in with <bdi>{change.toEmail}</bdi> from now on, and no
            longer with <bdi>{change.fromEmail}</bdi>? If you say no, everything stays as it is.
          </p>
          <FollowLinkForm
            action={answerEmailChangeAction}
            accountId={account}
            token={token}
            buttons={[
              { label: "I agree", pendingLabel: "Agreeing…", value: "yes" },
              { label: "No, keep my address", pendingLabel: "Keeping it…", value: "no" },
            ]}
          />
        </>
      ) : (
        <Notice
          tone="ok"
          focus
          title={
            change.state === "done"
              ? `From now on you sign in with ${change.toEmail}.`
              : `You agreed to ${change.toEmail}. It counts once the link sent there is opened.`
          }
        />
      )}
    </CenteredShell>
  );
}
