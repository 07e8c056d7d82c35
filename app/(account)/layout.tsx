import type { ReactNode } from "react";
import { signOutAction } from "#app/(account)/actions";
import { MemberShell } from "#components/shell/member-shell";
import { requireMember } from "#lib/session";

// Navigation only: every page asks for its actor itself.
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <MemberShell member={await requireMember()} signOutAction={signOutAction}>
      {children}
    </MemberShell>
  );
}
