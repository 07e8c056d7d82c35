import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { emailChanges } from "#db/schema/email-changes";
import { users } from "#db/schema/users";
import { fingerprint } from "#lib/fingerprint";
import { Refusal } from "#lib/refusal";
import { hasSecondStep } from "#lib/second-step-of-user";
import type { Tx } from "#lib/transaction";

const successors = alias(users, "successors");
const requesters = alias(users, "requesters");

/** A user with all that an edit shows and asks about, or the refusal `not_found`. */
export async function getEditedUser(tx: Tx, accountId: string, userId: string) {
  const [user] = await tx
    .select({
      id: users.id,
      name: users.name,
      firstName: users.firstName,
      lastName: users.lastName,
      email: sql<string>`coalesce(${users.email}, ${users.formerEmail})`,
      role: users.role,
      status: users.status,
      isOwner: users.isOwner,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      hasSecondStep,
      known: {
        firstName: users.knownFirstName,
        lastName: users.knownLastName,
        email: users.knownEmail,
      },
      defaultSuccessor: {
        id: successors.id,
        name: successors.name,
        email: successors.email,
        status: successors.status,
      },
      change: {
        id: emailChanges.id,
        toEmail: emailChanges.toEmail,
        createdAt: emailChanges.createdAt,
        expiresAt: emailChanges.expiresAt,
        confirmedAt: emailChanges.confirmedAt,
        needsAgreement: emailChanges.needsAgreement,
        agreedAt: emailChanges.agreedAt,
      },
      changeRequestedBy: requesters.name,
    })
    .from(users)
    .leftJoin(
      successors,
      and(eq(successors.accountId, users.accountId), eq(successors.id, users.defaultSuccessorId)),
    )
    .leftJoin(
      emailChanges,
      and(
        eq(emailChanges.accountId, users.accountId),
        eq(emailChanges.userId, users.id),
        isNull(emailChanges.doneAt),
        isNull(emailChanges.endedAt),
        gt(emailChanges.expiresAt, new Date()),
      ),
    )
    .leftJoin(
      requesters,
      and(
        eq(requesters.accountId, emailChanges.accountId),
        eq(requesters.id, emailChanges.requestedBy),
      ),
    )
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  if (!user) throw new Refusal("not_found");
  return user;
}

export type EditedUser = Awaited<ReturnType<typeof getEditedUser>>;

/** What an edit of a user begins from. */
export function seenAs({ firstName, lastName, email, role, ...user }: EditedUser): string {
  const { defaultSuccessor, change } = user;
  return fingerprint([firstName, lastName, email, role, defaultSuccessor?.id, change?.id]);
}
