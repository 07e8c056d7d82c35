import type { ReactNode } from "react";
import { signOutAction } from "#app/support/actions";
import { SupportShell } from "#components/shell/support-shell";
import { requireAgent } from "#lib/agent-session";

// Navigation only: every page asks for its agent itself.
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const agent = await requireAgent();
  return (
    <SupportShell agent={agent} signOutAction={signOutAction}>
      {children}
    </SupportShell>
  );
}
