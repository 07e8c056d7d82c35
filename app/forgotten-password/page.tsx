import { forgetPasswordAction } from "#app/forgotten-password/actions";
import { HelpLink } from "#components/help/help-link";
import { ForgetPasswordForm } from "#components/sessions/forget-password-form";
import { CenteredShell } from "#components/shell/centered-shell";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { supportEmail } from "#lib/support-email";

/** Also for somebody who is signed in: the mail that says a password was changed leads here. */
export default async function ForgottenPasswordPage(props: PageProps<"/forgotten-password">) {
  const { asked } = await props.searchParams;
  return (
    <CenteredShell
      title="Forgotten password"
      aside={<HelpLink page="passwords" />}
      supportEmail={supportEmail()}
    >
      {asked === "yes" ? (
        <Notice
          focus
          title="If an active user has this address, a mail with a link is on its way."
          actions={
            <>
              <ButtonLink href="/sign-in">Go to sign in</ButtonLink>
              <ButtonLink href="/forgotten-password" variant="quiet">
                Ask again
              </ButtonLink>
            </>
          }
        >
          The link works once, for 30 minutes. If no mail comes, look among the unwanted ones, check
          the address, or ask an admin of your company.
        </Notice>
      ) : (
        <ForgetPasswordForm action={forgetPasswordAction} />
      )}
    </CenteredShell>
  );
}
