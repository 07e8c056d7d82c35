import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";
import type { MailData, MailKind } from "#lib/mail/mails";
import { queueMail } from "#lib/mail/queue-mail";
import type { Tx } from "#lib/transaction";

/** Mails the billing address and every active admin, each address once. */
export async function tellOfBilling<K extends MailKind>(
  tx: Tx,
  accountId: string,
  kind: K,
  data: MailData[K],
): Promise<void> {
  const admins = await tx
    .select({ userId: users.id, email: users.email })
    .from(users)
    .where(
      and(eq(users.accountId, accountId), eq(users.status, "active"), eq(users.role, "admin")),
    );
  for (const { userId } of admins) await queueMail(tx, { userId }, kind, data);
  const told = new Set(admins.map(({ email }) => email?.toLowerCase()));
  const [holder] = await tx
    .select({ name: accounts.cardHolderName, address: accounts.billingEmail })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!holder?.address || told.has(holder.address.toLowerCase())) return;
  await queueMail(tx, { address: holder.address, name: holder.name ?? "" }, kind, data);
}
