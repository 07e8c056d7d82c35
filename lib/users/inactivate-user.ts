import { and, count, eq, gt, isNull } from "drizzle-orm";
import { historyEntries } from "#db/schema/history-entries";
import { passwordLinks } from "#db/schema/password-links";
import { sessions } from "#db/schema/sessions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { type Share, shareOut } from "#lib/books/share-out";
import { adminChange } from "#lib/change";
import { Refusal } from "#lib/refusal";
import { supportEmail } from "#lib/support-email";
import type { Tx } from "#lib/transaction";
import { getUser } from "#lib/users/get-user";
import { whyNotInactivate } from "#lib/users/rules";
import type { InactivateUser } from "#lib/users/schema";
import { chooseSuccessors } from "#lib/users/successors";

/**
 * Makes a user inactive: access, status, seat, contacts and the audit event in one transaction
 * (domain rules 3, 8, 13, 21 and 22). The sessions and links end by the database's own trigger.
 */
export function inactivateUser(actor: Member, input: InactivateUser) {
  return adminChange(actor, input.requestId, "user.inactivated", async (tx, account) => {
    const leaver = await getUser(tx, actor.accountId, input.userId);
    const why = whyNotInactivate(actor, leaver);
    if (why) {
      throw new Refusal(why, {
        name: leaver.name,
        by: leaver.inactivatedByName ?? undefined,
        at: leaver.inactivatedAt?.toISOString(),
        supportEmail: supportEmail(),
      });
    }
    const successors = await chooseSuccessors(tx, actor, input, leaver);
    const shared = await shareOut(tx, actor, leaver.id, successors);
    const ended = await countAccess(tx, actor.accountId, leaver.id);
    await tx
      .update(users)
      .set({
        status: "inactive",
        inactivatedBy: actor.userId,
        inactivationReason: input.reason || null,
      })
      .where(
        and(
          eq(users.accountId, actor.accountId),
          eq(users.id, leaver.id),
          eq(users.status, "active"),
        ),
      );
    return {
      user: { id: leaver.id, name: leaver.name },
      data: {
        ...ended,
        contacts: shared.contacts,
        contactsPlan: shared.contacts === 0 ? "none" : input.contacts,
        successors: shared.shares.map(named(successors)),
        transferId: shared.transferId,
        reason: input.reason,
        seatsTotal: account.seatsTotal,
        seatsUsed: account.seatsUsed - 1,
      },
    };
  });
}

/** What ends with the status. The leaver's row is locked by now, so nothing can be added meanwhile. */
async function countAccess(tx: Tx, accountId: string, userId: string) {
  const now = new Date();
  const [ended] = await tx
    .select({ sessionsEnded: count() })
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
      ),
    );
  const [links] = await tx
    .select({ linksEnded: count() })
    .from(passwordLinks)
    .where(
      and(
        eq(passwordLinks.accountId, accountId),
        eq(passwordLinks.userId, userId),
        isNull(passwordLinks.usedAt),
        isNull(passwordLinks.endedAt),
        gt(passwordLinks.expiresAt, now),
      ),
    );
  const [history] = await tx
    .select({ historyEntries: count() })
    .from(historyEntries)
    .where(and(eq(historyEntries.accountId, accountId), eq(historyEntries.authorId, userId)));
  return {
    sessionsEnded: ended?.sessionsEnded ?? 0,
    linksEnded: links?.linksEnded ?? 0,
    historyEntries: history?.historyEntries ?? 0,
  };
}

function named(successors: { id: string; name: string }[]) {
  return ({ userId, contacts }: Share) => ({
    userId,
    contacts,
    name: successors.find(({ id }) => id === userId)?.name ?? "",
  });
}
