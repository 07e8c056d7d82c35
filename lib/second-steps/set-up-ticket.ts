import { z } from "zod";
import type { Member } from "#lib/actor";
import { makeTicket, readTicket } from "#lib/sessions/ticket";

/** How long a person has from the password to the first code. */
export const SET_UP_SECONDS = 900;

const contentSchema = z.object({ accountId: z.uuid(), userId: z.uuid(), appSecret: z.string() });

/**
 * A new secret, encrypted, for the browser to bring back: until a code has shown that an app has it,
 * the database knows nothing of it.
 */
export function makeSetUpTicket(actor: Member, appSecret: string): Promise<string> {
  const { accountId, userId } = actor;
  return makeTicket("second step", { accountId, userId, appSecret }, SET_UP_SECONDS);
}

/** The secret of this person's ticket; null for anybody else's. */
export async function readSetUpTicket(actor: Member, ticket: string): Promise<string | null> {
  const content = await readTicket("second step", ticket, contentSchema);
  const isOwn = content?.accountId === actor.accountId && content.userId === actor.userId;
  return isOwn ? content.appSecret : null;
}
