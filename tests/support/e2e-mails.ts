import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type MailServer, type ReceivedMail, startMailServer } from "#tests/support/mail-server";

const folder = "test-results/mails";
const PATIENCE = 30_000;

export type StoryMail = Pick<ReceivedMail, "subject" | "text" | "html" | "recipients">;

/** The mail server of the stories: what it receives lies in a folder, where every worker finds it. */
export async function startStoryMail(): Promise<MailServer> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = await startMailServer();
  let count = 0;
  server.before = async ({ subject, text, html, recipients }) => {
    const file = join(folder, `${String(++count).padStart(6, "0")}.json`);
    // Written aside, so that nobody reads half a mail.
    writeFileSync(`${file}.draft`, JSON.stringify({ subject, text, html, recipients }));
    renameSync(`${file}.draft`, file);
  };
  return server;
}

/** The mails to this address in the order in which they came, once there are so many. */
export async function mailsTo(address: string, count = 1): Promise<StoryMail[]> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(50)) {
    const found = readMails().filter(({ recipients }) => recipients.includes(address));
    if (found.length >= count) return found;
  }
  throw new Error(`No ${count} mails came to ${address}.`);
}

/** The one link of a mail, as its text has it. */
export function linkIn({ text = "" }: Pick<StoryMail, "text"> = {}): string {
  return /^https?:\/\/\S+$/m.exec(text)?.[0] ?? "";
}

function readMails(): StoryMail[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}
