import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type AddedContacts, addContacts } from "#db/seed/add-contacts";
import { listActive, password, people } from "#db/seed/seed";
import type { AgentRole } from "#lib/actor";
import { buildIfStale } from "#lib/commands/build";
import { settleEnvironment, settleOutbox } from "#lib/commands/environment";
import { openDatabase } from "#lib/commands/open-database";
import { runCommand, say } from "#lib/commands/run-command";
import { requireFreePort, runServer } from "#lib/commands/run-server";
import { requireSupportNetworks } from "#lib/commands/settings";
import { plural } from "#lib/plurals";
import { agentRoleNames } from "#lib/support/agent-role-names";

/** `npm run demo`: everything that is needed to look at Handover, and who can sign in. */
async function demo(): Promise<void> {
  const { reset, contacts } = await readOptions();
  requireSupportNetworks();
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
  // Only now: what is imported here reads the environment as it loads.
  const { seedAgents } = await import("#lib/commands/seed-agents");
  const agents = await seedAgents(ownerUrl);
  say(welcome(await runServer({ dev: false }), stillActive, agents));
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

function welcome(
  url: string,
  stillActive: typeof people,
  agents: { email: string; role: AgentRole }[],
): string {
  const console = agents.length > 0 ? welcomeToConsole(url, agents) : "";
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = stillActive.map(
    ({ email, role, account }) => `  ${email.padEnd(width)}  ${role}, ${account}`,
  );
  return `
Handover is running: ${url}

Who can sign in, each with the password ${password}:

${lines.join("\n")}

${console}What would be sent by e-mail: ${url}/outbox

Ctrl+C ends it. The data stays; npm run demo -- --reset starts over.`;
}

function welcomeToConsole(url: string, agents: { email: string; role: AgentRole }[]): string {
  const width = Math.max(...agents.map(({ email }) => email.length));
  const lines = agents.map(
    ({ email, role }) => `  ${email.padEnd(width)}  ${agentRoleNames[role]}`,
  );
  return `The support console, with the same password and a code: ${url}/support/sign-in

${lines.join("\n")}

A code, at another prompt: npm run -s support:code ${agents[0]?.email}

`;
}

await runCommand(demo);
