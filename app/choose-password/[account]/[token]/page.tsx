import { z } from "zod";
import { choosePasswordAction } from "#app/choose-password/[account]/[token]/actions";
import { HelpLink } from "#components/help/help-link";
import { ChoosePasswordForm } from "#components/sessions/choose-password-form";
import { CenteredShell } from "#components/shell/centered-shell";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { refusalSentence, refusalWayOn } from "#lib/refusal";
import { supportEmail } from "#lib/support-email";
import { deadLinkCode, findPasswordLink } from "#lib/users/find-password-link";

export default async function ChoosePasswordPage(
  props: PageProps<"/choose-password/[account]/[token]">,
) {
  const { account, token } = await props.params;
  const accountId = z.uuid().safeParse(account);
  const link = accountId.success
    ? await findPasswordLink({ kind: "system", accountId: accountId.data }, token)
    : null;
  const isOpen = link?.isOpen ?? false;
  const code = deadLinkCode(link);
  const wayOn = refusalWayOn(code) ?? { label: "Go to sign in", href: "/sign-in" };
  return (
    <CenteredShell
      title="Choose a password"
      aside={<HelpLink page="passwords">Which ones work</HelpLink>}
      description={link && isOpen && `For ${link.name}, ${link.email}`}
      supportEmail={supportEmail()}
    >
      {isOpen ? (
        <ChoosePasswordForm action={choosePasswordAction} accountId={account} token={token} />
      ) : (
        <Notice
          tone="warn"
          title={refusalSentence(code)}
          actions={<ButtonLink href={wayOn.href}>{wayOn.label}</ButtonLink>}
        />
      )}
    </CenteredShell>
  );
}
