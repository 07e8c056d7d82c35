import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AddedContacts, addContacts } from "#db/seed/add-contacts";
import { listActive, password, people } from "#db/seed/seed";
import { buildIfStale } from "#lib/commands/build";
import { settleEnvironment, settleOutbox } from "#lib/commands/environment";
import { openDatabase } from "#lib/commands/open-database";
import { runCommand, say } from "#lib/commands/run-command";
import { requireFreePort, runServer } from "#lib/commands/run-server";
import { plural } from "#lib/plurals";

/** `npm run demo`: everything that is needed to look at Handover, and who can sign in. */
async function demo(): Promise<void> {
  const { reset, contacts } = await readOptions();
  await requireFreePort();
  say("Preparing the database.");
  const ownerUrl = await openDatabase({ reset });
  if (contacts) say(whatWasAdded(await addContacts(ownerUrl, contacts)));
  await buildIfStale();
  settleEnvironment("production", ownerUrl);
  settleOutbox();
  // The request log is for who asks for it: here it would push the list of people away.
  process.env.LOG_LEVEL ??= "warn";
  const stillActive = await listActive(ownerUrl);
  say(welcome(await runServer({ dev: false }), stillActive));
}

async function readOptions(): Promise<{ reset: boolean; contacts: string | undefined }> {
  const { values } = parse();
  // npm runs a script in the project's folder and notes where the person stands.
  const contacts = values.contacts && resolve(process.env.INIT_CWD ?? ".", values.contacts);
  if (contacts) {
    await access(contacts).catch(() => {
      throw new Error(`There is no file ${contacts} that could be read.`);
    });
  }
  return { reset: values.reset ?? false, contacts };
}

function parse() {
  try {
    return parseArgs({ options: { reset: { type: "boolean" }, contacts: { type: "string" } } });
  } catch (error) {
    const why = error instanceof Error ? error.message.split(". ", 1)[0] : "";
    throw new Error(
      `${why}. npm run demo knows two: -- --reset starts over, ` +
        "and -- --contacts FILE.csv adds the file's contacts to user1's.",
    );
  }
}

function whatWasAdded({ added, known, wrong }: AddedContacts): string {
  const lines = wrong.map(({ line, why }) => `  Line ${line} was left out: ${why}`);
  return [
    `${plural(added, "contact")} ${added === 1 ? "was" : "were"} added to user1's, and ${known} ${known === 1 ? "was" : "were"} there already.`,
    ...lines,
  ].join("\n");
}

function welcome(url: string, stillActive: typeof people): string {
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = stillActive.map(
    ({ email, role, account }) => `  ${email.padEnd(width)}  ${role}, ${account}`,
  );
  return `
Handover is running: ${url}

Who can sign in, each with the password ${password}:

${lines.join("\n")}

What would be sent by e-mail: ${url}/outbox

Ctrl+C ends it. The data stays; npm run demo -- --reset starts over.`;
}

await runCommand(demo);
