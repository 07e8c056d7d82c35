import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { accounts } from "#db/schema/accounts";
import { subscriptions } from "#db/schema/subscriptions";
import { users } from "#db/schema/users";
import type { OpenAccount } from "#lib/accounts/schema";
import { record } from "#lib/audit/record";
import { plans, trialOf } from "#lib/billing/plans";
import { now } from "#lib/clock";
import { freshId } from "#lib/fresh-id";
import { queueMail } from "#lib/mail/queue-mail";
import { plural } from "#lib/plurals";
import { transact } from "#lib/transaction";
import { insertPasswordLink } from "#lib/users/password-link";

/** Opens an account on trial with its first Owner, who chooses a password by a single-use link. */
export async function openAccount(input: OpenAccount) {
  const { name, seats, email, ownerFirst, ownerLast, plan } = input;
  const { minimumSeats } = plans[plan];
  if (seats < minimumSeats) {
    throw new Error(
      `The ${plan} plan has at least ${plural(minimumSeats, "user spot")}. Nothing was changed.`,
    );
  }
  if (await isOpen(name, email)) {
    throw new Error(
      `There is an account ${name} with a user ${email} already. Nothing was changed.`,
    );
  }
  // Before the transaction: it sees one account, which is named as it begins.
  const accountId = await freshId(database());
  const actor = { kind: "system", accountId } as const;
  return transact(actor, async (tx) => {
    await tx.insert(accounts).values({ id: accountId, name, seatsTotal: seats });
    await tx.insert(subscriptions).values({ accountId, ...trialOf(plan, "UTC", now()) });
    const [owner] = await tx
      .insert(users)
      .values({
        accountId,
        firstName: ownerFirst,
        lastName: ownerLast,
        email,
        role: "admin",
        isOwner: true,
      })
      .returning({ id: users.id, name: users.name });
    if (!owner) throw new Error("The Owner was not inserted.");
    const linkId = await insertPasswordLink(tx, accountId, owner.id, "invitation");
    await queueMail(tx, { userId: owner.id }, "choose_password", { linkId, by: null });
    await record(tx, actor, {
      kind: "account.opened",
      data: { accountName: name, seatsTotal: seats },
    });
    await record(tx, actor, {
      kind: "user.added",
      data: { email, role: "admin", isOwner: true, linkId },
      user: owner,
    });
    return { accountId, owner, linkId };
  });
}

/** The same command sent twice is most likely a mistake. */
async function isOpen(name: string, email: string): Promise<boolean> {
  const [same] = await database().execute(
    sql`select from sign_in_candidates(${email}) where account_name = ${name}`,
  );
  return same !== undefined;
}
