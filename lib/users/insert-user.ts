import { and, eq, sql } from "drizzle-orm";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import type { NewEvent } from "#lib/audit/record";
import { queueMail } from "#lib/mail/queue-mail";
import { Refusal } from "#lib/refusal";
import type { SeatChoice } from "#lib/seats/schema";
import { takeSeat } from "#lib/seats/take-seat";
import type { Tx } from "#lib/transaction";
import { findHolder } from "#lib/users/find-holder";
import { insertPasswordLink } from "#lib/users/password-link";

export type NewPerson = {
  firstName: string;
  lastName: string;
  email: string;
  role: "admin" | "user";
  /** The inactive user whose address this different person takes over (domain rule 18). */
  takesEmailFrom?: string;
} & SeatChoice;

/**
 * Inserts a user into an open seat, with a single-use link to choose a password on its way. The
 * account is locked by the caller, who writes the event that this answers.
 */
export async function insertUser(
  tx: Tx,
  by: Member,
  person: NewPerson,
): Promise<Omit<NewEvent<"user.added">, "kind" | "user"> & { user: { id: string; name: string } }> {
  const { accountId } = by;
  const { firstName, lastName, email, role } = person;
  const holder = await findHolder(tx, accountId, email);
  if (holder && holder.status === "active") {
    throw new Refusal("email_in_use", { name: holder.name, email });
  }
  if (holder && holder.id !== person.takesEmailFrom) {
    throw new Refusal("email_of_inactive_user", { name: holder.name, email, userId: holder.id });
  }
  const { reduction } = await takeSeat(tx, by, person, `${firstName} ${lastName}`.trim());
  if (holder) {
    await tx
      .update(users)
      .set({ formerEmail: sql`${users.email}`, email: null })
      .where(and(eq(users.accountId, accountId), eq(users.id, holder.id)));
  }
  const [user] = await tx
    .insert(users)
    .values({ accountId, firstName, lastName, email, role, createdBy: by.userId })
    .returning({ id: users.id, name: users.name });
  if (!user) throw new Error("The user was not inserted.");
  const linkId = await insertPasswordLink(tx, accountId, user.id, "invitation");
  await queueMail(tx, { userId: user.id }, "choose_password", { linkId, by: by.name });
  return { user, data: { email, role, linkId, takenFrom: holder?.name, reduction } };
}
