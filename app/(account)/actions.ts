"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookie } from "#lib/auth";
import { findMember } from "#lib/session";
import { signOut } from "#lib/sessions/sign-out";

/** Also for somebody whose session has ended already: the cookie goes either way. */
export async function signOutAction(): Promise<void> {
  const member = await findMember();
  if (typeof member !== "string") await signOut(member);
  (await cookies()).delete({ name: sessionCookie.name, ...sessionCookie.options });
  redirect("/sign-in?ended=signed_out");
}
