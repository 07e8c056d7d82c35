import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { openAccount } from "#lib/accounts/open-account";
import { type OpenAccount, openAccountSchema } from "#lib/accounts/schema";
import { baseUrl } from "#lib/base-url";
import { explainMissingTables, reachDatabase } from "#lib/commands/reach-database";
import { leave, runCommand, say } from "#lib/commands/run-command";
import { passwordLinkPath } from "#lib/links";
import { plural } from "#lib/plurals";

const example =
  'npm run account:add -- --name "Acme" --owner-first Ana --owner-last Ruiz ' +
  "--email ana@acme.example --seats 5";

const options = {
  name: { type: "string" },
  "owner-first": { type: "string" },
  "owner-last": { type: "string" },
  email: { type: "string" },
  seats: { type: "string" },
  plan: { type: "string" },
} satisfies ParseArgsOptionsConfig;

/** `npm run account:add`: a new account with its first Owner, and the link for the password. */
async function addAccount(): Promise<void> {
  const input = readInput();
  const { HANDOVER_URL, PORT } = process.env;
  await reachDatabase();
  const { accountId, owner, linkId } = await openAccount(input).catch(explainMissingTables);
  say(
    `The account ${input.name} is open, with ${plural(input.seats, "user spot")}, on trial for 30 days.`,
  );
  say(`${owner.name} is its Account Owner and chooses a password here, once, within seven days:`);
  say(`${baseUrl()}${passwordLinkPath(accountId, linkId)}`);
  if (!HANDOVER_URL && !PORT) {
    say("Where Handover runs elsewhere, set HANDOVER_URL or PORT for this command too.");
  }
  await leave(0);
}

function readInput(): OpenAccount {
  const values = parse();
  const needed = ["name", "owner-first", "owner-last", "email", "seats"] as const;
  const missing = needed.filter((name) => !values[name]?.trim()).map((name) => `--${name}`);
  if (missing.length > 0) throw new Error(`Add ${missing.join(", ")}, as in: ${example}`);
  const parsed = openAccountSchema.safeParse({
    ...values,
    ownerFirst: values["owner-first"],
    ownerLast: values["owner-last"],
  });
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(({ message }) => message);
  throw new Error(`${sentences.join(" ")} Nothing was changed.`);
}

function parse() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message.split(/[.\n]/, 1)[0] : "";
    throw new Error(`${why}. It is done as in: ${example}`);
  }
}

await runCommand(addAccount);
