import type { Member } from "#lib/actor";
import { newAppSecret } from "#lib/second-steps/app-code";
import type { BeginSecondStep } from "#lib/second-steps/schema";
import { makeSetUpTicket } from "#lib/second-steps/set-up-ticket";
import { confirmPassword } from "#lib/sessions/confirm-password";

/** With the password, a ticket that holds a new secret. Nothing counts until a code confirms it. */
export async function beginSecondStep(actor: Member, input: BeginSecondStep): Promise<string> {
  await confirmPassword(actor, input.password);
  return makeSetUpTicket(actor, newAppSecret());
}
