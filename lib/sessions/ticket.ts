import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { secret } from "#lib/auth";

/** What a ticket is for; one of another kind opens nothing. */
type TicketKind =
  | "account choice"
  | "sign-in code"
  | "second step"
  | "support code"
  | "support second step";

/** Something that only we can write and read, for one visitor to bring back within so many seconds. */
export function makeTicket(kind: TicketKind, content: object, seconds: number): Promise<string> {
  return encode({ token: { ...content }, secret: secret(), salt: kind, maxAge: seconds });
}

/** What a ticket holds, or null for a forged one, an old one, or one of another kind. */
export async function readTicket<Schema extends z.ZodType>(
  kind: TicketKind,
  ticket: string,
  schema: Schema,
): Promise<z.infer<Schema> | null> {
  const content = await decode({ token: ticket, secret: secret(), salt: kind }).catch(() => null);
  return schema.safeParse(content).data ?? null;
}
