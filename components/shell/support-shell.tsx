import Link from "next/link";
import type { ReactNode } from "react";
import { type Tab, TabLinks } from "#components/shell/tab-links";
import { UserMenu } from "#components/shell/user-menu";
import { Wordmark } from "#components/shell/wordmark";
import { agentRoleNames } from "#lib/support/agent-role-names";

type SupportShellProps = {
  agent: { name: string; email: string; role: "agent" | "technical" | "lead" };
  signOutAction: (form: FormData) => void | Promise<void>;
  children: ReactNode;
};

/** Around every page of the console: another colour, so that nobody takes it for an account. */
export function SupportShell({ agent, signOutAction, children }: SupportShellProps) {
  const tabs: Tab[] = [
    { label: "Cases", href: "/support/cases" },
    { label: "Accounts", href: "/support/accounts" },
    ...(agent.role === "lead" ? [{ label: "Team", href: "/support/agents" }] : []),
    { label: "Log", href: "/support/log" },
  ];
  return (
    <div className="support">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="topbar">
        <div className="brand">
          <Link prefetch={false} href="/support/cases">
            <Wordmark />
          </Link>
          <span className="brand-account">Support console</span>
        </div>
        <TabLinks tabs={tabs} />
        <UserMenu
          userName={agent.name}
          email={`${agent.email} · ${agentRoleNames[agent.role]}`}
          links={[]}
          signOutAction={signOutAction}
        />
      </header>
      <main className="main stack" id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
