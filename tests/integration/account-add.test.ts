import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { openAccount } from "#lib/accounts/open-account";
import { openAccountSchema } from "#lib/accounts/schema";
import { signIn } from "#lib/sessions/sign-in";
import { choosePassword } from "#lib/users/choose-password";
import { fingerprint, owner as sql } from "#tests/support/attempt";

// Most of these start a process of their own.
vi.setConfig({ testTimeout: 120_000 });

const acme = ["--name", "Acme", "--owner-first", "Ana", "--owner-last", "Ruiz", "--seats", "5"];

test("opens an account whose first Owner chooses a password by the printed link, once", async () => {
  const { code, said } = await run([...acme, "--email", "ana@acme.example"]);
  expect(code).toBe(0);
  expect(said).toMatch(
    /^The account Acme is open, with 5 user spots, on trial for 30 days\.\nAna Ruiz is its Account Owner/,
  );
  const link = /http:\/\/127\.0\.0\.1:4321\/choose-password\/([\da-f-]{36})\/(\S+)\n$/.exec(said);
  const [, accountId = "", token = ""] = link ?? [];

  const [account] = await sql`
    select a.name, seats_total, seats_used, active_owners, u.email, u.role, u.is_owner, u.status,
      (select array_agg(kind order by e.id) from audit_events e where e.account_id = a.id) as log,
      (select array_agg(to_total) from seat_changes s where s.account_id = a.id) as ledger
    from accounts a join users u on u.account_id = a.id where a.id = ${accountId}`;
  expect(account).toEqual({
    ...{ name: "Acme", seats_total: 5, seats_used: 1, active_owners: 1, ledger: [5] },
    ...{ email: "ana@acme.example", role: "admin", is_owner: true, status: "active" },
    log: ["account.opened", "user.added"],
  });

  const password = "a long enough password";
  const choice = { accountId, token, password, again: password };
  const visitor = { device: "Firefox on Linux", address: "192.0.2.1" };
  await choosePassword(choice, visitor);
  expect(await signIn({ email: "ana@acme.example", password }, visitor)).toMatchObject({
    session: { accountId },
  });
  // The same form sent twice is done once; the link works for nothing else.
  await choosePassword(choice, visitor);
  const other = "a different long password";
  await expect(
    choosePassword({ ...choice, password: other, again: other }, visitor),
  ).rejects.toMatchObject({
    code: "link_dead",
  });
});

test.each([
  ["monthly", "1", { interval: "month", amount: 1500, minimum: 1 }],
  ["annual", "3", { interval: "year", amount: 15_000, minimum: 3 }],
])(
  "on the %s plan it is on trial for 30 days, and nothing is charged",
  async (plan, seats, terms) => {
    const email = `ana@${plan}.example`;
    const given = acme.with(-1, seats);
    const { code, said } = await run([...given, "--email", email, "--plan", plan]);
    expect(code).toBe(0);
    expect(said).toContain("on trial for 30 days");
    const [row] = await sql`
    select s.status, interval, currency, unit_price::int as amount, minimum_seats as minimum,
      period_end - period_start as days, anchor_on = period_end as "paidFromThere",
      renews_at > now() + interval '29 days' as "isAhead", read_only_at,
      (select count(*)::int from invoices i where i.account_id = s.account_id) as invoices
    from subscriptions s join users u using (account_id) where u.email = ${email}`;
    expect(row).toEqual({
      ...{ status: "trial", currency: "USD", days: 30, paidFromThere: true, isAhead: true },
      ...{ read_only_at: null, invoices: 0, ...terms },
    });
  },
);

test("the same address can own several accounts", async () => {
  const right = {
    name: "Acme",
    ownerFirst: "Ana",
    ownerLast: "Ruiz",
    seats: 1,
    plan: "monthly",
  } as const;
  const one = await openAccount({ ...right, email: "ana@ruiz.example" });
  const two = await openAccount({ ...right, name: "Acme Two", email: "ANA@ruiz.example" });
  expect(one.accountId).not.toBe(two.accountId);
});

test.each([
  [
    "nothing at all",
    [],
    "Add --name, --owner-first, --owner-last, --email, --seats, as in: npm run account:add -- ",
  ],
  ["an unknown option", ["--nme", "Acme"], "Unknown option '--nme'. It is done as in: npm run"],
  [
    "a value that cannot be",
    [...acme, "--email", "ana", "--seats", "0"],
    "This does not look like an e-mail address. An account needs at least one user spot, " +
      "which its Owner takes. Nothing was changed.",
  ],
  [
    "a plan that does not exist",
    [...acme, "--email", "ana@acme.example", "--plan", "weekly"],
    "The plan is to be monthly or annual. Nothing was changed.",
  ],
  [
    "fewer spots than the plan has at least",
    [...acme.with(-1, "2"), "--email", "ana@acme.example", "--plan", "annual"],
    "The annual plan has at least 3 user spots. Nothing was changed.",
  ],
])("%s is answered with a sentence, and nothing is changed", async (_, options, sentence) => {
  const before = await fingerprint();
  const { code, complained } = await run(options);
  expect(code).toBe(1);
  expect(complained.startsWith(sentence), complained).toBe(true);
  expect(complained.trim()).not.toContain("\n");
  expect(await fingerprint()).toEqual(before);
});

test.each([
  [{ name: "" }, "The account's name is missing."],
  [{ name: "a\u0007b" }, "The account's name has characters that cannot be kept."],
  [{ ownerFirst: "x".repeat(101) }, "The Owner's first name can have at most 100 characters."],
  [{ ownerLast: undefined }, "The Owner's last name is missing."],
  [{ seats: "2.5" }, "The number of user spots is to be a whole number."],
  [{ seats: "-1" }, "The number of user spots is to be a whole number."],
  [{ seats: "100001" }, "An account can have at most 100,000 user spots."],
])("the mistake %j is named", (mistake, sentence) => {
  const right = { name: "Acme", ownerFirst: "Ana", ownerLast: "Ruiz", seats: "5" };
  const input = { ...right, email: "ana@acme.example", ...mistake };
  const { error } = openAccountSchema.safeParse(input);
  expect(error?.issues.map(({ message }) => message)).toEqual([sentence]);
});

test("the same account with the same Owner is not opened twice", async () => {
  const options = [...acme, "--email", "twice@acme.example"];
  expect((await run(options)).code).toBe(0);
  const before = await fingerprint();
  const { code, complained } = await run(options);
  expect(code).toBe(1);
  expect(complained).toBe(
    "There is an account Acme with a user twice@acme.example already. Nothing was changed.\n",
  );
  expect(await fingerprint()).toEqual(before);
});

test("a database's address that is none is named", async () => {
  const { code, complained } = await run([...acme, "--email", "ana@acme.example"], {
    DATABASE_URL: "garbage",
    HANDOVER_APP_URL: "",
  });
  expect(code).toBe(1);
  expect(complained).toBe("DATABASE_URL is no address of a database.\n");
});

test("where no server is named, it starts the one that comes along, and ends it", async () => {
  const home = await mkdtemp(join(tmpdir(), "handover-account-"));
  await chmod(home, 0o755);
  const without = {
    DATABASE_URL: "",
    HANDOVER_APP_URL: "",
    HANDOVER_WORKER_URL: "",
    HANDOVER_SECRET: "",
  };
  const { code, said, complained } = await run(
    [...acme, "--email", "ana@acme.example"],
    without,
    home,
  );
  expect(complained).toBe("");
  expect(code).toBe(0);
  expect(said).toContain("The account Acme is open");
  await rm(home, { recursive: true });
});

async function run(options: string[], env: Record<string, string> = {}, cwd = process.cwd()) {
  const script = resolve("lib/commands/account-add.ts");
  const child = spawn(process.execPath, [script, ...options], {
    cwd,
    env: { ...process.env, PORT: "4321", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, said, complained };
}
