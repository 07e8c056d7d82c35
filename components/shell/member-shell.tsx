import type { ReactNode } from "react";
import { AppShell } from "#components/shell/app-shell";
import { ReadOnlyBanner, type ReadOnlyState } from "#components/shell/read-only-banner";

const contactsTab = { label: "Contacts", href: "/contacts" };
const adminTab = { label: "Admin", href: "/admin" };

type MemberShellProps = {
  member: { accountName: string; name: string; email: string; role: "admin" | "user" };
  /** Where the subscription is not paid: whether the account is read-only yet, and from when on. */
  readOnly: ReadOnlyState | null;
  signOutAction: (form: FormData) => void | Promise<void>;
  children: ReactNode;
};

/** The shell with the tabs that this person has. */
export function MemberShell(props: MemberShellProps) {
  const { member, readOnly, signOutAction, children } = props;
  return (
    <AppShell
      accountName={member.accountName}
      userName={member.name}
      email={member.email}
      home="/contacts"
      tabs={member.role === "admin" ? [contactsTab, adminTab] : [contactsTab]}
      banner={readOnly && <ReadOnlyBanner {...readOnly} isAdmin={member.role === "admin"} />}
      signOutAction={signOutAction}
    >
      {children}
    </AppShell>
  );
}
