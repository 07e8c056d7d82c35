import { z } from "zod";
import type { Proven } from "#lib/sessions/start-session";
import { makeTicket, readTicket } from "#lib/sessions/ticket";

/** How long a person has for the code, after the right password. */
export const CODE_SECONDS = 300;

const contentSchema = z.object({ accountId: z.uuid(), userId: z.uuid(), proof: z.string() });

/** Says that this user's password was right a moment ago. */
export function makeSignInCodeTicket(proven: Proven): Promise<string> {
  return makeTicket("sign-in code", proven, CODE_SECONDS);
}

export function readSignInCodeTicket(ticket: string) {
  return readTicket("sign-in code", ticket, contentSchema);
}
