import type { ReactNode } from "react";
import { signOutAction } from "#app/(account)/actions";
import { MemberShell } from "#components/shell/member-shell";
import { VisitorShell } from "#components/shell/visitor-shell";
import { readOnlyStateOf } from "#lib/read-only-state";
import { findMember } from "#lib/session";

/** Help is for everybody: also for who has forgotten the password, or whose access has ended. */
export default async function HelpLayout({ children }: { children: ReactNode }) {
  const member = await findMember();
  if (typeof member === "string") return <VisitorShell>{children}</VisitorShell>;
  const readOnly = await readOnlyStateOf(member);
  return <MemberShell {...{ member, readOnly, signOutAction }}>{children}</MemberShell>;
}
