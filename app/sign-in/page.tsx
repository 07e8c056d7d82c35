import { redirect } from "next/navigation";
import { z } from "zod";
import { chooseAccountAction, signInAction } from "#app/sign-in/actions";
import { HelpLink } from "#components/help/help-link";
import { SignInForm } from "#components/sessions/sign-in-form";
import { CenteredShell } from "#components/shell/centered-shell";
import { Notice } from "#components/ui/notice";
import { findMember } from "#lib/session";
import { nextPath } from "#lib/sessions/schema";
import { supportEmail } from "#lib/support-email";

/** Why a person who was signed in lands here. */
const endings = {
  inactivated:
    "Your access has ended: an admin of your account made your user inactive. If you think this is a mistake, ask one of your admins.",
  expired: "Your sign-in was a month old and has ended. Sign in again to go on.",
  ended_by_user: "This sign-in was ended on another of your devices.",
  password_changed:
    "This sign-in has ended because your password was changed. Sign in with the new one.",
  second_step_reset:
    "This sign-in has ended because an admin of your account reset your two-step sign-in. Sign in with your password, and set it up again.",
  signed_out: "You are signed out.",
  password: "Your password is set. Sign in with it.",
  code: "The code took too long. Sign in again.",
};
const endingSchema = z.enum(Object.keys(endings) as (keyof typeof endings)[]).optional();

export default async function SignInPage(props: PageProps<"/sign-in">) {
  const { ended: how, next: asked } = await props.searchParams;
  const ended = endingSchema.catch(undefined).parse(how);
  const next = nextPath.parse(asked);
  const member = await findMember();
  if (typeof member !== "string") redirect(next);
  const sentence = ended && endings[ended];
  return (
    <CenteredShell
      title="Sign in"
      aside={<HelpLink page="signing-in">Cannot sign in?</HelpLink>}
      supportEmail={supportEmail()}
    >
      {sentence && (
        <Notice tone={ended === "inactivated" ? "warn" : "info"} title={sentence} focus />
      )}
      <SignInForm signIn={signInAction} chooseAccount={chooseAccountAction} next={next} />
    </CenteredShell>
  );
}
