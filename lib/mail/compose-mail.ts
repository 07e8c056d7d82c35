import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts";
import { users } from "#db/schema/users";
import { baseUrl } from "#lib/base-url";
import { isStillMeant } from "#lib/mail/is-still-meant";
import { mailHtml, mailText } from "#lib/mail/mail-document";
import type { MailJob } from "#lib/mail/mails";
import type { Letter } from "#lib/mail/transport";
import { writeMail } from "#lib/mail/write-mail";
import { read, type Tx } from "#lib/transaction";

/**
 * The letter of a mail as things are now, or null where it would mean nothing any more: its
 * recipient has become inactive, or what it asks for was done, ended or expired.
 */
export async function composeMail(job: MailJob): Promise<Letter | null> {
  const { accountId, mailId, userId, kind, data } = job;
  const found = await read({ kind: "system", accountId }, async (tx) =>
    (await isStillMeant(tx, job)) ? findRecipient(tx, job) : null,
  );
  const address = job.address ?? found?.email;
  if (!found || !address) return null;
  if (found.status === "inactive" && kind !== "user_inactivated") return null;
  const { accountName } = found;
  const content = writeMail(kind, data, {
    accountId,
    userId,
    accountName,
    baseUrl: baseUrl(),
    dates: { timeZone: found.timeZone, locale: "en-GB" },
  });
  // Where bills go, nobody is known by name.
  const called = found.firstName || found.name;
  const around = {
    greeting: called ? `Hello ${called},` : "Hello,",
    footer: `You get this mail because ${userId ? `you are a user of ${accountName} in Handover` : `the bills of ${accountName} in Handover go to this address`}. Nobody reads answers to it.`,
  };
  return {
    mailId,
    to: { name: found.name, address },
    subject: content.subject,
    text: mailText(content, around),
    html: mailHtml(content, around),
  };
}

async function findRecipient(tx: Tx, { accountId, userId, name = "" }: MailJob) {
  if (!userId) return findCardHolder(tx, accountId, name);
  const [recipient] = await tx
    .select({
      firstName: users.firstName,
      name: users.name,
      email: users.email,
      status: users.status,
      accountName: accounts.name,
      timeZone: accounts.timeZone,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(and(eq(users.accountId, accountId), eq(users.id, userId)));
  return recipient;
}

async function findCardHolder(tx: Tx, accountId: string, name: string) {
  const [account] = await tx
    .select({ accountName: accounts.name, timeZone: accounts.timeZone })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return account && { ...account, firstName: "", name, email: null, status: "active" as const };
}
