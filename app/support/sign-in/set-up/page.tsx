import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { setUpAgentSecondStepAction } from "#app/support/sign-in/actions";
import { SetUpKey } from "#components/second-steps/set-up-key";
import { CenteredShell } from "#components/shell/centered-shell";
import { AgentCodeForm } from "#components/support/agent-code-form";
import { findAgent, requireSupportNetwork } from "#lib/agent-session";
import { href } from "#lib/hrefs";
import { AFTER_AGENT_SIGN_IN, consolePath } from "#lib/support/door-schema";
import { findAgentSetUp } from "#lib/support/find-agent-set-up";
import { supportCodeCookie } from "#lib/support-auth";

/** After the right password of an agent who has no second step yet: without one nobody gets in. */
export default async function AgentSetUpPage(props: PageProps<"/support/sign-in/set-up">) {
  await requireSupportNetwork();
  const next = consolePath.parse((await props.searchParams).next);
  if (await findAgent()) redirect(next);
  const setUp = await findAgentSetUp((await cookies()).get(supportCodeCookie.name)?.value ?? "");
  if (!setUp) {
    const kept = next === AFTER_AGENT_SIGN_IN ? undefined : next;
    redirect(href("/support/sign-in", { ended: "code", next: kept }));
  }
  return (
    <CenteredShell
      title="Set up two-step sign-in"
      description="The console asks for a code at every sign-in. You have a quarter of an hour for this."
      isConsole
    >
      <AgentCodeForm
        action={setUpAgentSecondStepAction}
        next={next}
        submit={{ label: "Turn on and sign in", pending: "Turning on…" }}
      >
        <SetUpKey {...setUp} />
      </AgentCodeForm>
    </CenteredShell>
  );
}
