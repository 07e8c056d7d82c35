import type { ReactNode } from "react";
import { signOutAction } from "#app/(account)/actions";
import { AppShell } from "#components/shell/app-shell";
import { requireMember } from "#lib/session";

const contactsTab = { label: "Contacts", href: "/contacts" };
const adminTab = { label: "Admin", href: "/admin" };

// Navigation only: every page asks for its actor itself.
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const actor = await requireMember();
  return (
    <AppShell
      accountName={actor.accountName}
      userName={actor.name}
      email={actor.email}
      home="/contacts"
      tabs={actor.role === "admin" ? [contactsTab, adminTab] : [contactsTab]}
      signOutAction={signOutAction}
    >
      {children}
    </AppShell>
  );
}
