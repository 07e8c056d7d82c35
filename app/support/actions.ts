"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { findAgent, requireSupportNetwork } from "#lib/agent-session";
import { signOutAgent } from "#lib/support/sign-out-agent";
import { supportCookie } from "#lib/support-auth";

/** Also for somebody whose session has ended already: the cookie goes either way. */
export async function signOutAction(): Promise<void> {
  await requireSupportNetwork();
  const agent = await findAgent();
  if (agent) await signOutAgent(agent);
  (await cookies()).delete({ name: supportCookie.name, ...supportCookie.options });
  redirect("/support/sign-in?ended=signed_out");
}
