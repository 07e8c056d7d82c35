import { redirect } from "next/navigation";
import { z } from "zod";
import { signInAgentAction } from "#app/support/sign-in/actions";
import { CenteredShell } from "#components/shell/centered-shell";
import { AgentSignInForm } from "#components/support/agent-sign-in-form";
import { Notice } from "#components/ui/notice";
import { findAgent, requireSupportNetwork } from "#lib/agent-session";
import { consolePath } from "#lib/support/door-schema";

/** Why an agent who was signed in lands here. */
const endings = {
  over: "Your sign-in to the console has ended: it lasts eight hours at most, and half an hour without use. Sign in again to go on.",
  inactivated:
    "Your access has ended: a lead of support made you inactive. If you think this is a mistake, ask one of the leads.",
  access_reset:
    "This sign-in has ended because your access was reset. Choose a new password with the link that you were given, then set up your app again.",
  signed_out: "You are signed out.",
  password: "Your password is set. Sign in with it.",
  code: "That took too long. Sign in again.",
};
const endingSchema = z.enum(Object.keys(endings) as (keyof typeof endings)[]).optional();

export default async function AgentSignInPage(props: PageProps<"/support/sign-in">) {
  await requireSupportNetwork();
  const { ended: how, next: asked } = await props.searchParams;
  const next = consolePath.parse(asked);
  if (await findAgent()) redirect(next);
  const ended = endingSchema.catch(undefined).parse(how);
  return (
    <CenteredShell title="Sign in to support" isConsole>
      {ended && (
        <Notice tone={ended === "inactivated" ? "warn" : "info"} title={endings[ended]} focus />
      )}
      <AgentSignInForm action={signInAgentAction} next={next} />
    </CenteredShell>
  );
}
