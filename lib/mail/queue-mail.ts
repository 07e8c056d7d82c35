import { randomUUID } from "node:crypto";
import { enqueue } from "#lib/enqueue";
import type { MailData, MailJob, MailKind } from "#lib/mail/mails";
import type { Tx } from "#lib/transaction";

export type Recipient = { userId: string; address?: string } | { address: string; name: string };

/**
 * Adds a mail in the transaction of its cause: it goes out if that commits, later if the mail server
 * is away, and not at all to somebody who is inactive by then.
 */
export async function queueMail<K extends MailKind>(
  tx: Tx,
  to: Recipient,
  kind: K,
  data: MailData[K],
): Promise<void> {
  const mail: Omit<MailJob<K>, "accountId"> = { mailId: randomUUID(), ...to, kind, data };
  await enqueue(tx, "send_mail", mail);
}
