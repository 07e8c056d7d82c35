import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { baseUrl } from "#lib/base-url";
import { explainMissingTables, reachDatabase } from "#lib/commands/reach-database";
import { leave, runCommand, say } from "#lib/commands/run-command";
import { emailAddress } from "#lib/input";
import { supportPasswordPath } from "#lib/links";
import { Refusal } from "#lib/refusal";
import { addAgentByCommand } from "#lib/support/add-agent-by-command";
import { agentRoleNames } from "#lib/support/agent-role-names";
import { resetAgentByCommand } from "#lib/support/reset-agent-by-command";
import { type NewAgent, newAgentSchema } from "#lib/support/team-schema";

const example =
  "npm run support:add -- --first Lena --last Lang --email lena@support.example --role lead";

const options = {
  first: { type: "string" },
  last: { type: "string" },
  email: { type: "string" },
  role: { type: "string" },
  reset: { type: "boolean" },
} satisfies ParseArgsOptionsConfig;

/** `npm run support:add`: one more of support, or with --reset a new link for one who is locked out. */
async function addToSupport(): Promise<void> {
  const values = parse();
  const { HANDOVER_URL, PORT } = process.env;
  if (values.reset) await resetAccess(values.email ?? "");
  else await addAgent(readInput(values));
  if (!HANDOVER_URL && !PORT) {
    say("Where Handover runs elsewhere, set HANDOVER_URL or PORT for this command too.");
  }
  await leave(0);
}

async function addAgent(input: NewAgent): Promise<void> {
  await reachDatabase();
  const added = await addAgentByCommand(input).catch(explain(input.email));
  if (!added) {
    throw new Error(
      "Support has no lead yet, and only a lead adds others: add one first, with --role lead. Nothing was changed.",
    );
  }
  const { name, role } = added.agent;
  say(`${name} belongs to support now, with the role ${agentRoleNames[role]}.`);
  sayLink(name, added.linkId);
}

async function resetAccess(email: string): Promise<void> {
  if (!emailAddress.safeParse(email).success) throw new Error(`Add --email, as in: ${example}`);
  await reachDatabase();
  const { agent, linkId } = await resetAgentByCommand(email.trim()).catch(explain(email));
  say(`The access of ${agent.name} begins anew: every sign-in has ended.`);
  sayLink(agent.name, linkId);
}

function sayLink(name: string, linkId: string): void {
  say(
    `${name} chooses a password here, once, within seven days, and then sets up an app for codes:`,
  );
  say(baseUrl() + supportPasswordPath(linkId));
}

function readInput({ first, last, email, role = "agent" }: ReturnType<typeof parse>): NewAgent {
  const given = { first, last, email };
  const missing = Object.entries(given).filter(([, value]) => !value?.trim());
  if (missing.length > 0) {
    const names = missing.map(([name]) => `--${name}`).join(", ");
    throw new Error(`Add ${names}, as in: ${example}`);
  }
  if (!(role in agentRoleNames)) {
    throw new Error("--role is to be agent, technical or lead. Nothing was changed.");
  }
  const parsed = newAgentSchema.safeParse({ firstName: first, lastName: last, email, role });
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

function explain(email: string) {
  return (error: Error): never => {
    if (!(error instanceof Refusal)) return explainMissingTables(error);
    if (error.code === "agent_email_in_use") {
      throw new Error(
        `Somebody of support uses ${email} already. Nothing was changed. ` +
          `For a new link, as password or app are lost: npm run support:add -- --email ${email} --reset`,
      );
    }
    if (error.code === "agent_inactive") {
      throw new Error(
        `${error.facts.name} is inactive: a lead makes them active. Nothing was changed.`,
      );
    }
    if (error.code === "not_found") {
      throw new Error(`Nobody of support has the address ${email}. Nothing was changed.`);
    }
    throw error;
  };
}

await runCommand(addToSupport);
