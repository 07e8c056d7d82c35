import { and, eq, gt, isNull } from "drizzle-orm";
import { passwordLinks } from "#db/schema/password-links";
import { users } from "#db/schema/users";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { tokenHash } from "#lib/links";
import { Refusal } from "#lib/refusal";
import { hashPassword, isPassword } from "#lib/sessions/password";
import type { ChoosePassword } from "#lib/sessions/schema";
import { read, type Tx, transact } from "#lib/transaction";

const REPEAT_MILLISECONDS = 60_000;

/** Whose link this is, or null when it does not work (any more). */
export function findPasswordLink(actor: System, token: string) {
  return read(actor, (tx) => openLink(tx, actor.accountId, token));
}

/**
 * Chooses a password by a single-use link; dead once the user is inactive (domain rule 3). The same
 * form sent again is done already.
 */
export async function choosePassword(input: ChoosePassword): Promise<void> {
  const { accountId, token, password } = input;
  const actor: System = { kind: "system", accountId };
  // Hashing is the slow part: not with a row locked, and not for a link that does not work.
  const link = await findPasswordLink(actor, token);
  if (link && (await setPassword(actor, link, await hashPassword(password)))) return;
  if (!(await isChosenBy(actor, token, password))) throw new Refusal("link_dead");
}

/** False where the link has been used or ended since it was looked at. */
async function setPassword(actor: System, link: OpenLink, passwordHash: string): Promise<boolean> {
  const { accountId } = actor;
  return transact(actor, async (tx) => {
    // The user first, as everywhere: whoever makes the user inactive ends the link after that.
    const [user] = await tx
      .select({ status: users.status })
      .from(users)
      .where(and(eq(users.accountId, accountId), eq(users.id, link.userId)))
      .for("no key update");
    if (user?.status !== "active") return false;
    const used = await tx
      .update(passwordLinks)
      .set({ usedAt: new Date() })
      .where(
        and(
          eq(passwordLinks.accountId, accountId),
          eq(passwordLinks.id, link.id),
          isNull(passwordLinks.usedAt),
          isNull(passwordLinks.endedAt),
        ),
      )
      .returning({ id: passwordLinks.id });
    if (used.length === 0) return false;
    await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.accountId, accountId), eq(users.id, link.userId)));
    const about = { id: link.userId, name: link.name };
    await record(
      tx,
      { accountId, userId: about.id, name: about.name },
      { kind: "user.password_chosen", data: {}, user: about },
    );
    return true;
  });
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

type OpenLink = NonNullable<Awaited<ReturnType<typeof openLink>>>;

async function openLink(tx: Tx, accountId: string, token: string) {
  const [link] = await tx
    .select({ id: passwordLinks.id, userId: users.id, name: users.name, email: users.email })
    .from(passwordLinks)
    .innerJoin(
      users,
      and(eq(users.accountId, passwordLinks.accountId), eq(users.id, passwordLinks.userId)),
    )
    .where(
      and(
        eq(passwordLinks.accountId, accountId),
        eq(passwordLinks.tokenHash, tokenHash(token)),
        isNull(passwordLinks.usedAt),
        isNull(passwordLinks.endedAt),
        gt(passwordLinks.expiresAt, new Date()),
        eq(users.status, "active"),
      ),
    );
  return link ?? null;
}
