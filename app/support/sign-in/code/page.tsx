import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { enterAgentCodeAction } from "#app/support/sign-in/actions";
import { CenteredShell } from "#components/shell/centered-shell";
import { AgentCodeForm } from "#components/support/agent-code-form";
import { findAgent, requireSupportNetwork } from "#lib/agent-session";
import { href } from "#lib/hrefs";
import { readAgentCodeTicket } from "#lib/support/agent-ticket";
import { AFTER_AGENT_SIGN_IN, consolePath } from "#lib/support/door-schema";
import { supportCodeCookie } from "#lib/support-auth";

/** After the right password of an agent. */
export default async function AgentCodePage(props: PageProps<"/support/sign-in/code">) {
  await requireSupportNetwork();
  const next = consolePath.parse((await props.searchParams).next);
  if (await findAgent()) redirect(next);
  const ticket = (await cookies()).get(supportCodeCookie.name)?.value ?? "";
  if (!(await readAgentCodeTicket(ticket))) {
    const kept = next === AFTER_AGENT_SIGN_IN ? undefined : next;
    redirect(href("/support/sign-in", { ended: "code", next: kept }));
  }
  return (
    <CenteredShell title="Enter the code" isConsole>
      <AgentCodeForm
        action={enterAgentCodeAction}
        next={next}
        submit={{ label: "Sign in", pending: "Signing in…" }}
      />
    </CenteredShell>
  );
}
