import { and, eq, gt, isNull } from "drizzle-orm";
import { passwordLinks } from "#db/schema/password-links";
import { users } from "#db/schema/users";
import type { System } from "#lib/actor";
import { record } from "#lib/audit/record";
import { Refusal } from "#lib/refusal";
import { hashPassword } from "#lib/sessions/password";
import type { ChoosePassword } from "#lib/sessions/schema";
import { read, type Tx, transact } from "#lib/transaction";
import { tokenHash } from "#lib/users/password-link";

/** Whose link this is, or null when it does not work (any more). */
export function findPasswordLink(actor: System, token: string) {
  return read(actor, (tx) => openLink(tx, actor.accountId, token));
}

/** Chooses a password by a single-use link; dead once the user is inactive (domain rule 3). */
export async function choosePassword(input: ChoosePassword): Promise<void> {
  const { accountId, token, password } = input;
  const actor: System = { kind: "system", accountId };
  // Hashing is the slow part: not with a row locked, and not for a link that does not work.
  if (!(await findPasswordLink(actor, token))) throw new Refusal("link_dead");
  const passwordHash = await hashPassword(password);
  await transact(actor, async (tx) => {
    const link = await openLink(tx, accountId, token);
    if (!link) throw new Refusal("link_dead");
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
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(
        and(eq(users.accountId, accountId), eq(users.id, link.userId), eq(users.status, "active")),
      )
      .returning({ id: users.id });
    if (used.length + changed.length < 2) throw new Refusal("link_dead");
    const user = { id: link.userId, name: link.name };
    await record(
      tx,
      { accountId, userId: user.id, name: user.name },
      { kind: "user.password_chosen", data: {}, user },
    );
  });
}

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
