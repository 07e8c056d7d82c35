import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { enterCodeAction } from "#app/sign-in/actions";
import { HelpLink } from "#components/help/help-link";
import { EnterCodeForm } from "#components/second-steps/enter-code-form";
import { CenteredShell } from "#components/shell/centered-shell";
import { signInCodeCookie } from "#lib/auth";
import { href } from "#lib/hrefs";
import { findMember } from "#lib/session";
import { AFTER_SIGN_IN, nextPath } from "#lib/sessions/schema";
import { readSignInCodeTicket } from "#lib/sessions/sign-in-code-ticket";
import { supportEmail } from "#lib/support-email";

const withSchema = z.literal("recovery-code").optional().catch(undefined);

/** After the right password of a user with a second step. */
export default async function SignInCodePage(props: PageProps<"/sign-in/code">) {
  const { next: asked, with: kind } = await props.searchParams;
  const next = nextPath.parse(asked);
  if (typeof (await findMember()) !== "string") redirect(next);
  const ticket = (await cookies()).get(signInCodeCookie.name)?.value;
  const kept = next === AFTER_SIGN_IN ? undefined : next;
  if (!ticket || !(await readSignInCodeTicket(ticket))) {
    redirect(href("/sign-in", { ended: "code", next: kept }));
  }
  const isRecovery = withSchema.parse(kind) === "recovery-code";
  return (
    <CenteredShell
      title={isRecovery ? "Enter a recovery code" : "Enter the code"}
      aside={<HelpLink page="two-step-sign-in">No code?</HelpLink>}
      supportEmail={supportEmail()}
    >
      <EnterCodeForm
        key={String(isRecovery)}
        action={enterCodeAction}
        next={next}
        isRecovery={isRecovery}
        otherHref={href("/sign-in/code", {
          with: isRecovery ? undefined : "recovery-code",
          next: kept,
        })}
      />
    </CenteredShell>
  );
}
