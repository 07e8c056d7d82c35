import { and, count, eq, gt, isNull } from "drizzle-orm";
import { passwordLinks } from "#db/schema/password-links";
import { users } from "#db/schema/users";
import type { NewEvent } from "#lib/audit/record";
import { type Share, shareOut } from "#lib/books/share-out";
import type { LockedAccount } from "#lib/change";
import { recordedTime } from "#lib/dates";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { countOpenSessions } from "#lib/sessions/open-sessions";
import type { Tx } from "#lib/transaction";
import { countHistory } from "#lib/users/count-history";
import { endSchedule } from "#lib/users/end-schedule";
import { getUser } from "#lib/users/get-user";
import { whyNotInactivate } from "#lib/users/rules";
import type { InactivationPlan } from "#lib/users/schema";
import { isLargeSplit, splitLater } from "#lib/users/split-later";
import { chooseSuccessors } from "#lib/users/successors";

/** Who makes somebody inactive: the person who clicks, or the author of a schedule that is due. */
export type Inactivator = {
  accountId: string;
  userId: string;
  name: string;
  role: "admin" | "user";
};

type Leaving = {
  userId: string;
  plan: InactivationPlan;
  account: LockedAccount;
  /** What asked for it, if not a click. */
  schedule?: { id: string; createdAt: Date; timeZone: string };
};

/**
 * Makes a user inactive, however it was asked for: access, status, seat, contacts and mails (domain
 * rules 3, 8, 13, 21 and 22). The account is locked by the caller, who writes the event that this
 * answers. Whatever is refused is refused before anything is written.
 */
export async function makeInactive(
  tx: Tx,
  by: Inactivator,
  { userId, plan, account, schedule }: Leaving,
): Promise<Omit<NewEvent<"user.inactivated">, "kind">> {
  const { accountId } = by;
  const leaver = await getInactivable(tx, by, userId);
  const successors = await chooseSuccessors(tx, accountId, plan, leaver);
  const isSplitLater = await isLargeSplit(tx, accountId, leaver.id, successors);
  const shared = isSplitLater
    ? await splitLater(tx, by, leaver.id, successors)
    : await shareOut(tx, by, leaver.id, successors);
  const ended = await countAccess(tx, accountId, leaver.id);
  // Before the status: what is still open then is taken for overtaken.
  if (schedule) {
    await endSchedule(tx, accountId, schedule.id, { outcome: "done", endedBy: by.userId });
  }
  await tx
    .update(users)
    .set({
      status: "inactive",
      inactivatedBy: by.userId,
      inactivationReason: plan.reason || null,
    })
    .where(
      and(eq(users.accountId, accountId), eq(users.id, leaver.id), eq(users.status, "active")),
    );
  // Who receives contacts later is told when it happens.
  await tell(tx, by, leaver, plan, isSplitLater ? [] : shared.shares);
  return {
    user: { id: leaver.id, name: leaver.name },
    data: {
      ...ended,
      contacts: shared.contacts,
      contactsPlan: shared.contacts === 0 ? "none" : plan.contacts,
      successors: shared.shares.map(named(successors)),
      transferId: shared.transferId,
      ...(isSplitLater && { isPlanned: true as const }),
      reason: plan.reason,
      seatsTotal: account.seatsTotal,
      seatsUsed: account.seatsUsed - 1,
      ...(schedule && { scheduledOn: recordedTime(schedule.createdAt, schedule.timeZone) }),
    },
  };
}

/** The user, or why nobody, or not this person, may make them inactive. */
export async function getInactivable(tx: Tx, by: Inactivator, userId: string) {
  const user = await getUser(tx, by.accountId, userId);
  const why = whyNotInactivate(by, user);
  if (!why) return user;
  throw new Refusal(why, {
    name: user.name,
    by: user.inactivatedByName ?? undefined,
    at: user.inactivatedAt?.toISOString(),
  });
}

/** One mail to the leaver, if that was asked for, and one to each who receives contacts. */
async function tell(
  tx: Tx,
  by: Inactivator,
  leaver: { id: string; name: string; email: string | null },
  plan: InactivationPlan,
  shares: Share[],
): Promise<void> {
  if (plan.tell) {
    // The address may be somebody else's by the time that it is sent (domain rule 18).
    const to = { userId: leaver.id, address: leaver.email ?? undefined };
    await queueMail(tx, to, "user_inactivated", { by: by.name, line: plan.line ?? "" });
  }
  for (const { userId, contacts } of shares) {
    if (contacts === 0 || userId === by.userId) continue;
    const received = { from: leaver.name, by: by.name, contacts };
    await queueMail(tx, { userId }, "contacts_received", received);
  }
}

/** What ends with the status. The leaver's row is locked by now, so nothing can be added meanwhile. */
async function countAccess(tx: Tx, accountId: string, userId: string) {
  const sessionsEnded = await countOpenSessions(tx, accountId, userId);
  const [links] = await tx
    .select({ linksEnded: count() })
    .from(passwordLinks)
    .where(
      and(
        eq(passwordLinks.accountId, accountId),
        eq(passwordLinks.userId, userId),
        isNull(passwordLinks.usedAt),
        isNull(passwordLinks.endedAt),
        gt(passwordLinks.expiresAt, new Date()),
      ),
    );
  const entries = await countHistory(tx, accountId, userId);
  return {
    sessionsEnded,
    linksEnded: links?.linksEnded ?? 0,
    historyEntries: entries,
  };
}

function named(successors: { id: string; name: string }[]) {
  return ({ userId, contacts }: Share) => ({
    userId,
    contacts,
    name: successors.find(({ id }) => id === userId)?.name ?? "",
  });
}
