import { log } from "#lib/log";
import { composeMail } from "#lib/mail/compose-mail";
import type { MailJob } from "#lib/mail/mails";
import { recordRefusedMail } from "#lib/mail/record-refused-mail";
import { MailRefused, sendLetter } from "#lib/mail/transport";

/**
 * Sends one mail as things are now. A mail server that is away is asked again later by the queue;
 * an address that it refuses for good is noted in the account log.
 */
export async function sendMail(job: MailJob): Promise<void> {
  const facts = { mailId: job.mailId, kind: job.kind };
  const letter = await composeMail(job);
  if (!letter) return log.info(facts, "A mail was dropped: it has no meaning any more.");
  try {
    await sendLetter(letter);
    log.info(facts, "A mail was sent.");
  } catch (error) {
    if (!(error instanceof MailRefused && error.isFinal)) throw error;
    await recordRefusedMail(job, letter.to.address);
    log.warn(facts, "A mail was refused by the mail server for good.");
  }
}
