import nodemailer, { type Transporter } from "nodemailer";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { baseUrl } from "#lib/base-url";
import { keepInOutbox } from "#lib/mail/outbox";

export type Letter = {
  mailId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/** Where mail goes in this process: an SMTP server, the local outbox, or nowhere yet. */
export function mailRoute(): "smtp" | "outbox" | null {
  if (process.env.SMTP_URL) return "smtp";
  return process.env.HANDOVER_OUTBOX ? "outbox" : null;
}

/** What the mail server answered. `isFinal`: it refuses the address for good, so no second try. */
export class MailRefused extends Error {
  readonly isFinal: boolean;
  constructor(error: SMTPConnection.SMTPError) {
    // Without the server's own words, which may name the address.
    super(
      `The mail server did not take a mail: ${error.responseCode ?? error.code ?? "no answer"}.`,
    );
    this.name = "MailRefused";
    this.isFinal = error.command === "RCPT TO" && (error.responseCode ?? 0) >= 500;
  }
}

/**
 * Hands a letter over; throws `MailRefused`. Sent twice it is the same mail: its Message-ID comes
 * from its id.
 */
export async function sendLetter(letter: Letter): Promise<void> {
  if (mailRoute() === "outbox") return keepInOutbox(letter);
  const { mailId, ...content } = letter;
  try {
    await transporter().sendMail({
      ...content,
      from: sender(),
      messageId: `<${mailId}@${hostname()}>`,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } catch (error) {
    throw isOfServer(error) ? new MailRefused(error) : error;
  }
}

/** The mail server's answer, or that there was none; anything else is a fault of ours. */
function isOfServer(error: unknown): error is SMTPConnection.SMTPError {
  return error instanceof Error && "code" in error;
}

let transport: Transporter | undefined;

function transporter(): Transporter {
  transport ??= nodemailer.createTransport({
    url: process.env.SMTP_URL,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return transport;
}

/** Ends the connections that are kept to the mail server. */
export function closeTransport(): void {
  transport?.close();
  transport = undefined;
}

function sender(): string {
  return process.env.MAIL_FROM || `Handover <no-reply@${hostname()}>`;
}

function hostname(): string {
  return new URL(baseUrl()).hostname;
}
