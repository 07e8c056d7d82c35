import { and, eq } from "drizzle-orm";
import { sessions } from "#db/schema/sessions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { findResult, memberChange } from "#lib/change";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import { confirmPassword } from "#lib/sessions/confirm-password";
import { endOpenSessions } from "#lib/sessions/end-open-sessions";
import { hashPassword } from "#lib/sessions/password";
import { normalPassword } from "#lib/sessions/password-strength";
import { whyNotPassword } from "#lib/sessions/rules";
import type { ChangePassword } from "#lib/sessions/schema";
import type { Tx } from "#lib/transaction";
import { endPasswordLinks } from "#lib/users/password-link";

const kind = "user.password_changed";

/** Changes the person's own password and ends their other sign-ins, as well as links that are on their way. */
export async function changePassword(actor: Member, input: ChangePassword) {
  const { current, password } = input;
  const findFirst = () => findResult(actor, input.requestId, kind);
  // The same form again: its present password is the former one by now, or since a moment ago.
  const first = await findFirst();
  if (first) return first;
  try {
    await confirmPassword(actor, current);
  } catch (refusal) {
    const meanwhile = await findFirst();
    if (meanwhile) return meanwhile;
    throw refusal;
  }
  if (normalPassword(password) === normalPassword(current)) throw new Refusal("password_is_same");
  const why = whyNotPassword(password, actor);
  if (why) throw new Refusal(why);
  // Hashing is the slow part: not with a row locked.
  const passwordHash = await hashPassword(password);
  return memberChange(
    actor,
    input.requestId,
    kind,
    async (tx) => {
      const { accountId, userId, name } = actor;
      await tx
        .update(users)
        .set({ passwordHash })
        .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
      await endPasswordLinks(tx, accountId, userId);
      const sessionsEnded = await endOpenSessions(tx, actor, {
        reason: "password_changed",
        exceptId: actor.sessionId,
      });
      const device = await deviceOf(tx, actor);
      const at = new Date().toISOString();
      await queueMail(tx, { userId }, "password_changed", { at, device });
      return { data: { device, sessionsEnded }, user: { id: userId, name } };
    },
    { alone: true },
  );
}

async function deviceOf(tx: Tx, { accountId, sessionId }: Member): Promise<string> {
  const [session] = await tx
    .select({ device: sessions.device })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.id, sessionId)));
  return session?.device ?? "Unknown device";
}
