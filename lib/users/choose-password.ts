import { and, eq, gt, isNull } from "drizzle-orm";
import { passwordLinks } from "#db/schema/password-links";
import { users } from "#db/schema/users";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { tokenHash } from "#lib/links";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { endOpenSessions } from "#lib/sessions/end-open-sessions";
import { hashPassword, isPassword } from "#lib/sessions/password";
import { whyNotPassword } from "#lib/sessions/rules";
import type { ChoosePassword } from "#lib/sessions/schema";
import type { Visitor } from "#lib/sessions/start-session";
import { read, type Tx, transact } from "#lib/transaction";
import { deadLinkCode, type FoundLink, findPasswordLink } from "#lib/users/find-password-link";
import { endPasswordLinks } from "#lib/users/password-link";

const REPEAT_MILLISECONDS = 60_000;

/**
 * Chooses a password by a single-use link; dead once the user is inactive (domain rule 3). The same
 * form sent again is done already.
 */
export async function choosePassword(input: ChoosePassword, visitor: Visitor): Promise<void> {
  const { accountId, token, password } = input;
  const actor: System = { kind: "system", accountId };
  const link = await findPasswordLink(actor, token);
  if (link?.isOpen) {
    const why = whyNotPassword(password, link);
    if (why) throw new Refusal(why);
    // Hashing is the slow part: not with a row locked, and not for a link that does not work.
    if (await setPassword(actor, link, await hashPassword(password), visitor)) return;
  }
  if (!(await isChosenBy(actor, token, password))) throw new Refusal(deadLinkCode(link));
}

/** False where the link has been used or ended since it was looked at. */
async function setPassword(
  { accountId }: System,
  { id, userId, name, purpose }: FoundLink,
  passwordHash: string,
  { device }: Visitor,
): Promise<boolean> {
  return transact({ kind: "system", accountId }, async (tx) => {
    // The user first, as everywhere: whoever makes the user inactive ends the link after that.
    const isUser = and(eq(users.accountId, accountId), eq(users.id, userId));
    const [user] = await tx
      .select({ status: users.status })
      .from(users)
      .where(isUser)
      .for("no key update");
    if (user?.status !== "active") return false;
    if (!(await takeLink(tx, accountId, id))) return false;
    await endPasswordLinks(tx, accountId, userId);
    await tx.update(users).set({ passwordHash }).where(isUser);
    const author = { accountId, userId, name };
    const event = { kind: "user.password_chosen", user: { id: userId, name } } as const;
    if (purpose === "invitation") {
      await record(tx, author, { ...event, data: {} });
      return true;
    }
    // Whoever knew the old one may be signed in with it.
    const sessionsEnded = await endOpenSessions(tx, author, { reason: "password_changed" });
    await record(tx, author, { ...event, data: { sessionsEnded } });
    const at = new Date().toISOString();
    await queueMail(tx, { userId }, "password_changed", { at, device });
    return true;
  });
}

async function takeLink(tx: Tx, accountId: string, linkId: string): Promise<boolean> {
  const used = await tx
    .update(passwordLinks)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(passwordLinks.accountId, accountId),
        eq(passwordLinks.id, linkId),
        isNull(passwordLinks.usedAt),
        isNull(passwordLinks.endedAt),
      ),
    )
    .returning({ id: passwordLinks.id });
  return used.length > 0;
}

/**
 * Whether this link was used a moment ago to choose this very password. Not later: whoever has the
 * link could guess at the password here, past the throttle.
 */
async function isChosenBy(actor: System, token: string, password: string): Promise<boolean> {
  const [row] = await read(actor, (tx) =>
    tx
      .select({ passwordHash: users.passwordHash })
      .from(passwordLinks)
      .innerJoin(
        users,
        and(eq(users.accountId, passwordLinks.accountId), eq(users.id, passwordLinks.userId)),
      )
      .where(
        and(
          eq(passwordLinks.accountId, actor.accountId),
          eq(passwordLinks.tokenHash, tokenHash(token)),
          gt(passwordLinks.usedAt, new Date(Date.now() - REPEAT_MILLISECONDS)),
          eq(users.status, "active"),
        ),
      ),
  );
  return row ? isPassword(password, row.passwordHash) : false;
}
