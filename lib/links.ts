import { createHash, createHmac } from "node:crypto";
import { secret } from "#lib/auth";

/** What a mailed link is for; a token of one kind never opens another. */
type LinkKind = "password link" | "e-mail confirmation" | "e-mail agreement" | "card confirmation";

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
