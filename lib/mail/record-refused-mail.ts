import { and, eq } from "drizzle-orm";
import { users } from "#db/schema/users";
import { record } from "#lib/audit/record";
import type { MailJob } from "#lib/mail/mails";
import { transact } from "#lib/transaction";

/** Notes in the account log that a mail did not reach its address, so that somebody asks for another. */
export async function recordRefusedMail(job: MailJob, address: string): Promise<void> {
  const { accountId, userId, kind } = job;
  await transact({ kind: "system", accountId }, async (tx) => {
    const data = { mail: kind, address };
    if (!userId) return void (await record(tx, { accountId }, { kind: "mail.refused", data }));
    const [user] = await tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
    if (!user) return;
    await record(tx, { accountId }, { kind: "mail.refused", data, user });
  });
}
