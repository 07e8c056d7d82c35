import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { type RecordPayment, recordPaymentSchema } from "#lib/accounts/schema";
import { explainMissingTables, reachDatabase } from "#lib/commands/reach-database";
import { leave, runCommand, say } from "#lib/commands/run-command";
import { moneyText } from "#lib/money";
import { Refusal } from "#lib/refusal";
import { recordPayment } from "#lib/seats/record-payment";

const example =
  "npm run billing:payment -- --account 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b " +
  "--invoice 12 --outcome failed, or --outcome paid";

const options = {
  account: { type: "string" },
  invoice: { type: "string" },
  outcome: { type: "string" },
} satisfies ParseArgsOptionsConfig;

/** `npm run billing:payment`: what came of charging an invoice, said by whoever charges cards. */
async function tellPayment(): Promise<void> {
  const input = readInput();
  await reachDatabase();
  const { isNew, readOnlyFrom, ...money } = await recordPayment(input).catch(explain(input));
  const invoice = `Invoice ${input.invoiceNumber} over ${moneyText(money, "en")}`;
  if (!isNew) {
    const was = input.outcome === "paid" ? "is paid" : "is not paid";
    say(`${invoice} ${was} already. Nothing was changed.`);
  } else if (input.outcome === "paid") {
    say(`${invoice} is paid now.`);
  } else {
    say(`${invoice} is not paid. The account is read-only from ${readOnlyFrom} on, unless it is.`);
  }
  await leave(0);
}

function readInput(): RecordPayment {
  const values = parse();
  const needed = ["account", "invoice", "outcome"] as const;
  const missing = needed.filter((name) => !values[name]?.trim()).map((name) => `--${name}`);
  if (missing.length > 0) throw new Error(`Add ${missing.join(", ")}, as in: ${example}`);
  const { account: accountId, invoice: invoiceNumber, outcome } = values;
  const parsed = recordPaymentSchema.safeParse({ accountId, invoiceNumber, outcome });
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

function explain({ invoiceNumber }: RecordPayment) {
  return (error: Error): never => {
    if (error instanceof Refusal && error.code === "not_found") {
      throw new Error(
        `There is no account with this id, or it has no invoice ${invoiceNumber}. Nothing was changed.`,
      );
    }
    return explainMissingTables(error);
  };
}

await runCommand(tellPayment);
