import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";
import type { OpenAccount } from "#lib/accounts/schema";
import { record } from "#lib/audit/record";
import { freshId } from "#lib/fresh-id";
import { queueMail } from "#lib/mail/queue-mail";
import { transact } from "#lib/transaction";
import { insertPasswordLink } from "#lib/users/password-link";

/** Opens an account with its first Owner, who chooses a password by a single-use link. */
export async function openAccount({ name, seats, email, ownerFirst, ownerLast }: OpenAccount) {
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
