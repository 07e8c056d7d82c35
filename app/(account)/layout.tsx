import type { ReactNode } from "react";
import { signOutAction } from "#app/(account)/actions";
import { MemberShell } from "#components/shell/member-shell";
import { readOnlyStateOf } from "#lib/read-only-state";
import { requireMember } from "#lib/session";

// Navigation only: every page asks for its actor itself.
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const readOnly = await readOnlyStateOf(member);
  return <MemberShell {...{ member, readOnly, signOutAction }}>{children}</MemberShell>;
}
