import type { ReactNode } from "react";
import { AppShell } from "#components/shell/app-shell";

const contactsTab = { label: "Contacts", href: "/contacts" };
const adminTab = { label: "Admin", href: "/admin" };

type MemberShellProps = {
  member: { accountName: string; name: string; email: string; role: "admin" | "user" };
  signOutAction: (form: FormData) => void | Promise<void>;
  children: ReactNode;
};

/** The shell with the tabs that this person has. */
export function MemberShell({ member, signOutAction, children }: MemberShellProps) {
  return (
    <AppShell
      accountName={member.accountName}
      userName={member.name}
      email={member.email}
      home="/contacts"
      tabs={member.role === "admin" ? [contactsTab, adminTab] : [contactsTab]}
      signOutAction={signOutAction}
    >
      {children}
    </AppShell>
  );
}
