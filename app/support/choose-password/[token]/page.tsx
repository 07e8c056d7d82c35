import { chooseAgentPasswordAction } from "#app/support/choose-password/[token]/actions";
import { ChoosePasswordForm } from "#components/sessions/choose-password-form";
import { CenteredShell } from "#components/shell/centered-shell";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { requireSupportNetwork } from "#lib/agent-session";
import { refusalSentence } from "#lib/refusal";
import { findAgentLink } from "#lib/support/agent-link";

/** By the link that a lead or a command has made for one of support. */
export default async function ChooseAgentPasswordPage(
  props: PageProps<"/support/choose-password/[token]">,
) {
  await requireSupportNetwork();
  const { token } = await props.params;
  const link = await findAgentLink(token);
  const isOpen = link?.isOpen ?? false;
  return (
    <CenteredShell
      title="Choose a password"
      description={link && isOpen && `For ${link.name}, ${link.email}`}
      isConsole
    >
      {isOpen ? (
        <ChoosePasswordForm action={chooseAgentPasswordAction} token={token} />
      ) : (
        <Notice
          tone="warn"
          title={refusalSentence("agent_link_dead")}
          actions={<ButtonLink href="/support/sign-in">Go to sign in</ButtonLink>}
        />
      )}
    </CenteredShell>
  );
}
