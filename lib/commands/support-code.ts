import { setTimeout as sleep } from "node:timers/promises";
import { explainMissingTables, reachDatabase } from "#lib/commands/reach-database";
import { leave, runCommand, say } from "#lib/commands/run-command";
import { demoAgents } from "#lib/support/demo-agents";
import { findCurrentCode } from "#lib/support/find-current-code";

/**
 * `npm run -s support:code EMAIL`: what an authenticator app of one of the demo's three agents would
 * show. Never for a real server: there a code is the agent's own.
 */
async function printCode(): Promise<void> {
  const email = (process.argv[2] ?? "").trim().toLowerCase();
  const known = demoAgents.map((agent) => agent.email);
  if (!known.includes(email)) {
    throw new Error(`Codes are printed for the demo's agents alone: ${known.join(", ")}.`);
  }
  const { NODE_ENV, DATABASE_URL, HANDOVER_APP_URL, HANDOVER_AGENT_URL } = process.env;
  if (NODE_ENV === "production" && (DATABASE_URL || HANDOVER_APP_URL || HANDOVER_AGENT_URL)) {
    throw new Error("On a real server nobody's code is printed: it is in the agent's own app.");
  }
  await reachDatabase();
  const found = await findCurrentCode(email).catch(explainMissingTables);
  if (!found) {
    throw new Error(
      `${email} has no second step here: there is no demo data, or access was reset and is set up anew.`,
    );
  }
  if (found.waitMilliseconds > 0) {
    const seconds = Math.ceil(found.waitMilliseconds / 1000);
    process.stderr.write(
      `The codes that count now were used: the next one counts in ${seconds} s.\n`,
    );
    await sleep(found.waitMilliseconds);
  }
  say(found.code);
  await leave(0);
}

await runCommand(printCode);
