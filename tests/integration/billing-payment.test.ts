import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { fingerprint, owner as sql } from "#tests/support/attempt";
import { owing } from "#tests/support/cards";
import { buildCast } from "#tests/support/cast";
import { insertInvoice } from "#tests/support/subscriptions";

// Most of these start a process of their own.
vi.setConfig({ testTimeout: 120_000 });

const example =
  "npm run billing:payment -- --account 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b " +
  "--invoice 12 --outcome failed, or --outcome paid\n";

test("an invoice is told to be unpaid, then paid; told again, it says so", async () => {
  const { accountId } = await buildCast();
  await insertInvoice(sql, accountId, "paid");
  const tell = (outcome: string) =>
    run(["--account", accountId, "--invoice", "1", "--outcome", outcome]);

  expect(await tell("failed")).toEqual({
    code: 0,
    said: expect.stringMatching(
      /^Invoice 1 over \$150\.00 is not paid\. The account is read-only from \d+ \w{3,4} \d{4} on, unless it is\.\n$/,
    ),
    complained: "",
  });
  expect(await owing(accountId)).toMatchObject({ status: "past_due", invoices: ["open"] });
  expect((await tell("failed")).said).toBe(
    "Invoice 1 over $150.00 is not paid already. Nothing was changed.\n",
  );
  expect((await tell("paid")).said).toBe("Invoice 1 over $150.00 is paid now.\n");
  expect(await owing(accountId)).toMatchObject({ status: "active", invoices: ["paid"] });
  expect((await tell("paid")).said).toBe(
    "Invoice 1 over $150.00 is paid already. Nothing was changed.\n",
  );
});

test.each([
  [[], `Add --account, --invoice, --outcome, as in: ${example}`],
  [["--account", "x", "--invoice", " "], `Add --invoice, --outcome, as in: ${example}`],
  [["--card", "4111"], `Unknown option '--card'. It is done as in: ${example}`],
  [
    ["--account", "x", "--invoice", "0", "--outcome", "maybe"],
    "The account is named by its id, such as 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b. " +
      "The invoice is named by its number, such as 12. " +
      "The outcome is to be failed or paid. Nothing was changed.\n",
  ],
])("%j is not what it takes, and it says what is", async (options, sentence) => {
  expect(await run(options)).toEqual({ code: 1, said: "", complained: sentence });
});

test("an account or an invoice that is not there changes nothing", async () => {
  const { accountId } = await buildCast();
  const before = await fingerprint();
  for (const account of [accountId, randomUUID()]) {
    const { code, complained } = await run([
      ...["--account", account, "--invoice", "7", "--outcome", "failed"],
    ]);
    expect([code, complained]).toEqual([
      1,
      "There is no account with this id, or it has no invoice 7. Nothing was changed.\n",
    ]);
  }
  expect(await fingerprint()).toEqual(before);
});

async function run(options: string[]) {
  const script = resolve("lib/commands/billing-payment.ts");
  const child = spawn(process.execPath, [script, ...options], {
    env: { ...process.env, PORT: "4321" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, said, complained };
}
