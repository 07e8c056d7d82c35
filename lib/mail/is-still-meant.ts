import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { cardChanges } from "#db/schema/card-changes";
import { emailChanges } from "#db/schema/email-changes";
import { ownerRequestLetters } from "#db/schema/owner-request-letters";
import { ownerRequests } from "#db/schema/owner-requests";
import { passwordLinks } from "#db/schema/password-links";
import type { MailData, MailJob } from "#lib/mail/mails";
import type { Tx } from "#lib/transaction";

/** Whether what a mail asks for can still be done: not once it was done, ended or has expired. */
export async function isStillMeant(tx: Tx, { accountId, kind, data }: MailJob): Promise<boolean> {
  if (kind === "choose_password" || kind === "password_forgotten") {
    const { linkId } = data as MailData["password_forgotten"];
    return isLinkOpen(tx, accountId, linkId);
  }
  if (kind === "confirm_email" || kind === "email_change_begun") {
    const { changeId } = data as MailData["confirm_email"];
    return isChangeOpen(tx, accountId, changeId);
  }
  if (kind === "confirm_card_change") {
    return isCardChangeOpen(tx, accountId, (data as MailData["confirm_card_change"]).changeId);
  }
  if (kind === "owner_request_told" || kind === "rescue_told") {
    return isLetterOpen(tx, accountId, (data as MailData["rescue_told"]).letterId);
  }
  if (kind === "owner_request_confirm") {
    const { confirmId } = data as MailData["owner_request_confirm"];
    return isConfirmationOpen(tx, accountId, confirmId);
  }
  return true;
}

async function isCardChangeOpen(tx: Tx, accountId: string, changeId: string): Promise<boolean> {
  const [change] = await tx
    .select({ id: cardChanges.id })
    .from(cardChanges)
    .where(
      and(
        eq(cardChanges.accountId, accountId),
        eq(cardChanges.id, changeId),
        isNull(cardChanges.doneAt),
        isNull(cardChanges.endedAt),
        gt(cardChanges.expiresAt, new Date()),
      ),
    );
  return change !== undefined;
}

async function isLinkOpen(tx: Tx, accountId: string, linkId: string): Promise<boolean> {
  const [link] = await tx
    .select({ id: passwordLinks.id })
    .from(passwordLinks)
    .where(
      and(
        eq(passwordLinks.accountId, accountId),
        eq(passwordLinks.id, linkId),
        isNull(passwordLinks.usedAt),
        isNull(passwordLinks.endedAt),
        gt(passwordLinks.expiresAt, new Date()),
      ),
    );
  return link !== undefined;
}

async function isChangeOpen(tx: Tx, accountId: string, changeId: string): Promise<boolean> {
  const [change] = await tx
    .select({ id: emailChanges.id })
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.accountId, accountId),
        eq(emailChanges.id, changeId),
        isNull(emailChanges.doneAt),
        isNull(emailChanges.endedAt),
        gt(emailChanges.expiresAt, new Date()),
      ),
    );
  return change !== undefined;
}

/** The latest of its case: one that was reopened has told everybody anew. */
async function isLetterOpen(tx: Tx, accountId: string, letterId: string): Promise<boolean> {
  const [letter] = await tx
    .select({ id: ownerRequestLetters.id })
    .from(ownerRequestLetters)
    .innerJoin(
      ownerRequests,
      and(
        eq(ownerRequests.accountId, ownerRequestLetters.accountId),
        eq(ownerRequests.id, ownerRequestLetters.requestId),
        eq(ownerRequests.begunAt, ownerRequestLetters.toldAt),
      ),
    )
    .where(
      and(
        eq(ownerRequestLetters.accountId, accountId),
        eq(ownerRequestLetters.id, letterId),
        isCaseOpen,
      ),
    );
  return letter !== undefined;
}

async function isConfirmationOpen(tx: Tx, accountId: string, confirmId: string): Promise<boolean> {
  const [request] = await tx
    .select({ id: ownerRequests.id })
    .from(ownerRequests)
    .where(
      and(
        eq(ownerRequests.accountId, accountId),
        eq(ownerRequests.confirmId, confirmId),
        isNull(ownerRequests.confirmedAt),
        isCaseOpen,
      ),
    );
  return request !== undefined;
}

const isCaseOpen = and(isNull(ownerRequests.endedAt), gt(ownerRequests.expiresAt, sql`now()`));
