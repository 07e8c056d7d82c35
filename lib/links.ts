import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { secret } from "#lib/auth";

/** What a mailed link is for; a token of one kind never opens another. */
type LinkKind =
  | "password link"
  | "e-mail confirmation"
  | "e-mail agreement"
  | "card confirmation"
  | "owner request letter"
  | "owner request confirmation"
  | "support password link";

/**
 * The token of a link, derived from the link's id with the server's secret: the database keeps only
 * its hash, and a repeated request or mail can show the same link.
 */
export function linkToken(kind: LinkKind, id: string): string {
  return createHmac("sha256", secret()).update(`${kind} ${id}`).digest("base64url");
}

export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

export function passwordLinkPath(accountId: string, linkId: string): string {
  return `/choose-password/${accountId}/${linkToken("password link", linkId)}`;
}

export function emailConfirmationPath(accountId: string, changeId: string): string {
  return `/confirm-email/${accountId}/${linkToken("e-mail confirmation", changeId)}`;
}

export function emailAgreementPath(accountId: string, changeId: string): string {
  return `/agree-to-email/${accountId}/${linkToken("e-mail agreement", changeId)}`;
}

export function cardConfirmationPath(accountId: string, changeId: string): string {
  return `/confirm-card/${accountId}/${linkToken("card confirmation", changeId)}`;
}

/** Where whoever was told of an owner request answers it. */
export function requestLetterPath(accountId: string, letterId: string): string {
  return `/answer-owner-request/${accountId}/${idToken("owner request letter", letterId)}`;
}

/** Where the billing address confirms an owner request; `confirmId` is of the latest time it was asked. */
export function requestConfirmationPath(accountId: string, confirmId: string): string {
  return `/confirm-owner-request/${accountId}/${idToken("owner request confirmation", confirmId)}`;
}

export function supportPasswordPath(linkId: string): string {
  return `/support/choose-password/${linkToken("support password link", linkId)}`;
}

/** A token that tells its id itself, for rows that the database makes: it holds no hash of it. */
function idToken(kind: LinkKind, id: string): string {
  return `${id}.${linkToken(kind, id)}`;
}

/** The id that such a token tells, or null for a forged one or one of another kind. */
export function idOfToken(kind: LinkKind, token: string): string | null {
  const [id = "", mac = "", ...rest] = token.split(".");
  if (rest.length > 0 || !z.uuid().safeParse(id).success) return null;
  const expected = Buffer.from(linkToken(kind, id));
  const given = Buffer.from(mac);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
}
