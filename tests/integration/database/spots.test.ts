import { beforeAll, expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";

let cast: Cast;
beforeAll(async () => {
  cast = await buildCast();
});

test("the total changes by a row of the ledger, and by nothing else", async () => {
  const { accountId } = cast;
  await attempt(
    "app",
    accountId,
    (tx) => tx`insert into seat_changes ${tx(change("added", 10, 12))}`,
  );
  await attempt(
    "app",
    accountId,
    (tx) => tx`insert into seat_changes ${tx(change("reduced", 12, 10))}`,
  );
  const rows = await owner`
    select number, kind, to_total from seat_changes where account_id = ${accountId} order by number`;
  expect(rows).toEqual([
    { number: 1, kind: "opened", to_total: 10 },
    { number: 2, kind: "added", to_total: 12 },
    { number: 3, kind: "reduced", to_total: 10 },
  ]);
  expect(await total(cast)).toBe(10);
});

test.each([
  ["begins at another total", ["added", 11, 12], "seat_changes_begin_at_the_total"],
  ["goes below what is used", ["reduced", 10, 4], "accounts_seats_fit"],
  ["adds fewer", ["added", 10, 9], "seat_changes_kind_fits"],
  ["reduces to more", ["reduced", 10, 11], "seat_changes_kind_fits"],
  ["reduces to below nothing", ["reduced", 10, -1], "seat_changes_totals_are_counts"],
  ["keeps another total", ["kept", 10, 9], "seat_changes_kind_fits"],
  ["opens the account again", ["opened", 0, 10], "seat_changes_tell_what_was_done"],
  ["tells of a schedule that nobody made", ["scheduled", 10, 8], "seat_changes_tell_what_was_done"],
  ["tells of a cancellation", ["cancelled", 10, 8], "seat_changes_tell_what_was_done"],
  ["is of no kind", ["lent", 10, 12], "seat_changes_kind_fits"],
] as const)("a row of the ledger that %s is refused", async (_what, [kind, from, to], by) => {
  await expectRefused(
    "app",
    cast.accountId,
    by,
    (tx) => tx`insert into seat_changes ${tx(change(kind, from, to))}`,
  );
});

test("the plan's minimum holds, whoever reduces", async () => {
  const fresh = await buildCast();
  await owner`update subscriptions set minimum_seats = 7 where account_id = ${fresh.accountId}`;
  await expectRefused(
    "app",
    fresh.accountId,
    "seat_changes_keep_the_minimum",
    (tx) =>
      tx`insert into seat_changes ${tx({ ...change("reduced", 10, 6), account_id: fresh.accountId })}`,
  );
});

test("two who add to the same total at once are one winner and one refusal", async () => {
  const fresh = await buildCast();
  const add = (to: number) =>
    attempt(
      "app",
      fresh.accountId,
      (tx) =>
        tx`insert into seat_changes ${tx({ ...change("added", 10, to), account_id: fresh.accountId })}`,
    );
  const results = await Promise.allSettled([add(11), add(12)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a schedule leaves a row when it is made, replaced and cancelled, and one alone is open", async () => {
  const fresh = await buildCast();
  const { accountId } = fresh;
  const [first] = await attempt("app", accountId, (tx) => schedule(tx, fresh, 8));
  await expectRefused("app", accountId, "seat_schedules_one_open", (tx) => schedule(tx, fresh, 7));
  const [second] = await attempt("app", accountId, (tx) => schedule(tx, fresh, 7, first?.id));
  await expectRefused("app", accountId, "seat_schedules_stay_ended", (tx) =>
    schedule(tx, fresh, 6, first?.id),
  );
  await attempt(
    "app",
    accountId,
    (tx) => tx`
      update seat_schedules set ended_at = now(), outcome = 'cancelled', ended_by = ${fresh.admin.id}
      where id = ${second?.id ?? ""}`,
  );
  await expectRefused(
    "app",
    accountId,
    "seat_schedules_stay_ended",
    (tx) =>
      tx`update seat_schedules set ended_at = null, outcome = null where id = ${second?.id ?? ""}`,
  );
  expect(
    await owner`
      select kind, from_total, to_total from seat_changes
      where account_id = ${accountId} and number > 1 order by number`,
  ).toEqual([
    { kind: "scheduled", from_total: 10, to_total: 8 },
    { kind: "replaced", from_total: 10, to_total: 7 },
    { kind: "cancelled", from_total: 10, to_total: 7 },
  ]);
  expect(await total(fresh)).toBe(10);
});

test("a schedule is not said to be carried out, or replaced, without that having happened", async () => {
  const fresh = await buildCast();
  const { accountId } = fresh;
  await attempt("app", accountId, (tx) => schedule(tx, fresh, 8));
  for (const [outcome, by] of [
    ["done", "seat_schedules_are_done_in_the_ledger"],
    ["replaced", "seat_schedules_are_replaced_by_one"],
    ["forgotten", "seat_schedules_outcome_is_known"],
  ] as const) {
    await expectRefused(
      "app",
      accountId,
      by,
      (tx) => tx`update seat_schedules set ended_at = now(), outcome = ${outcome}`,
    );
  }
  await expectRefused("app", accountId, /permission denied/, (tx) =>
    tx`update seat_schedules set to_total = 3`.execute(),
  );
});

test("a schedule is carried out at its total, or at what is used by then, and at no other", async () => {
  const fresh = await buildCast();
  const { accountId } = fresh;
  const [made] = await attempt("app", accountId, (tx) => schedule(tx, fresh, 4));
  const row = (kind: string, to: number) => ({
    ...{ ...change(kind, 10, to), account_id: accountId },
    schedule_id: made?.id ?? "",
  });
  for (const [kind, to, by] of [
    ["kept", 10, "seat_schedules_are_carried_out_as_made"],
    ["reduced", 9, "seat_schedules_are_carried_out_as_made"],
    ["added", 12, "seat_changes_tell_what_was_done"],
  ] as const) {
    await expectRefused(
      "app",
      accountId,
      by,
      (tx) => tx`insert into seat_changes ${tx(row(kind, to))}`,
    );
  }
  await attempt("app", accountId, (tx) => tx`insert into seat_changes ${tx(row("reduced", 5))}`);
  expect(await total(fresh)).toBe(5);
});

test("a schedule does not end before its beginning stands in the ledger", async () => {
  const fresh = await buildCast();
  await expectRefused("app", fresh.accountId, "seat_schedules_begin_in_the_ledger", async (tx) => {
    await tx`
      create function pg_temp.cancel(schedule uuid) returns void language sql as $$
        update seat_schedules set ended_at = now(), outcome = 'cancelled' where id = schedule $$`;
    await tx`
      insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
      values (${fresh.accountId}, 10, 8, now() + interval '9 days', ${fresh.admin.id})
      returning pg_temp.cancel(id)`;
  });
});

test("a schedule reduces, and to no less than nothing", async () => {
  for (const to of [10, 11, -1]) {
    await expectRefused("app", cast.accountId, "seat_schedules_reduce", (tx) =>
      schedule(tx, cast, to),
    );
  }
});

test("an invoice is the sum of its lines, and stays as it was issued", async () => {
  const { accountId } = cast;
  await expectRefused("app", accountId, "invoices_add_up", (tx) => issue(tx, 1500, [1500, 1]));
  await expectRefused("app", accountId, "invoices_add_up", (tx) => issue(tx, 1500, []));
  const [invoice] = await attempt("app", accountId, (tx) => issue(tx, 1501, [1500, 1]));
  const id = invoice?.id ?? "";
  await expectRefused("app", accountId, "invoices_add_up", (tx) => addLine(tx, id, 3, 1));
  // It would change no sum, but what the spots of the period have cost so far.
  for (const n of [3, 0, -1]) {
    await expectRefused("app", accountId, "invoices_add_up", (tx) => addLine(tx, id, n, 0));
  }
  await expectRefused("app", accountId, "invoices_add_up", (tx) => issue(tx, 0, []));
  await attempt("app", accountId, (tx) => issue(tx, 0, [0]));
  for (const column of ["amount", "number", "issued_at", "currency"]) {
    await expectRefused(
      "app",
      accountId,
      /permission denied/,
      (tx) => tx`update invoices set ${tx(column)} = ${tx(column)}`,
    );
  }
  await expectRefused("owner", accountId, "invoices_stay", (tx) =>
    tx`update invoices set amount = 1 where id = ${id}`.execute(),
  );
  await expectRefused("owner", accountId, "invoice_lines_are_append_only", (tx) =>
    tx`update invoice_lines set amount = 1 where invoice_id = ${id}`.execute(),
  );
  await expectRefused("owner", accountId, "invoices_are_never_deleted", (tx) =>
    tx`delete from invoices where id = ${id}`.execute(),
  );
  await attempt("app", accountId, (tx) =>
    tx`update invoices set status = 'paid', paid_at = now() where id = ${id}`.execute(),
  );
});

test("an invoice never holds a full card number", async () => {
  await expectRefused(
    "app",
    cast.accountId,
    "invoices_card_last4_is_four_digits",
    (tx) => tx`
      insert into invoices (account_id, kind, issued_at, currency, amount, status, card_last4)
      values (${cast.accountId}, 'period', now(), 'USD', 0, 'open', '4242424242424242')`,
  );
});

test("the terms that were agreed are changed by no statement of the application", async () => {
  for (const column of ["plan", "interval", "currency", "unit_price", "minimum_seats"]) {
    await expectRefused(
      "app",
      cast.accountId,
      /permission denied/,
      (tx) => tx`update subscriptions set ${tx(column)} = ${tx(column)}`,
    );
  }
});

test("an account without a subscription is refused at commit", async () => {
  const fresh = await buildCast();
  await expectRefused("owner", fresh.accountId, "accounts_have_a_subscription", async (tx) => {
    const [account] = await tx<{ id: string }[]>`
      insert into accounts (name, seats_total) values ('Bare', 1) returning id`;
    await tx`
      insert into users (account_id, first_name, last_name, email, role, is_owner)
      values (${account?.id ?? ""}, 'A', 'B', 'a@bare.example', 'admin', true)`;
  });
});

test("how many were active is noted by day, the last count of a day alone", async () => {
  const fresh = await buildCast();
  await attempt("app", fresh.accountId, async (tx) => {
    await tx`update users set status = 'inactive' where id = ${fresh.user.id}`;
    await tx`update users set status = 'active' where id = ${fresh.user.id}`;
    await tx`update users set status = 'inactive' where id in (${fresh.user.id}, ${fresh.successor.id})`;
  });
  expect(
    await owner`select used from seats_used_by_day where account_id = ${fresh.accountId}`,
  ).toEqual([{ used: 3 }]);
});

type Sql = Parameters<Parameters<typeof attempt>[2]>[0];

function change(kind: string, from: number, to: number) {
  return { account_id: cast.accountId, kind, from_total: from, to_total: to, reason: "" };
}

function schedule(tx: Sql, { accountId, admin }: Cast, to: number, replaces?: string) {
  return tx<{ id: string }[]>`
    insert into seat_schedules
      (account_id, from_total, to_total, effective_at, created_by, replaces_id)
    values (${accountId}, 10, ${to}, now() + interval '9 days', ${admin.id}, ${replaces ?? null})
    returning id`;
}

async function issue(tx: Sql, amount: number, lines: number[]) {
  const rows = await tx<{ id: string }[]>`
    insert into invoices (account_id, kind, issued_at, currency, amount, status)
    values (${cast.accountId}, 'period', now(), 'USD', ${amount}, 'open') returning id`;
  for (const [i, line] of lines.entries()) await addLine(tx, rows[0]?.id ?? "", i + 1, line);
  return rows;
}

function addLine(tx: Sql, invoiceId: string, n: number, amount: number) {
  return tx`
    insert into invoice_lines (account_id, invoice_id, n, quantity, unit_price, period_start,
      period_end, from_on, days, amount)
    values (${cast.accountId}, ${invoiceId}, ${n}, 1, 1500, '2026-11-01', '2026-12-01', '2026-11-01',
      30, ${amount})`;
}

async function total({ accountId }: Cast): Promise<number | undefined> {
  const [row] = await owner<{ total: number }[]>`
    select seats_total as total from accounts where id = ${accountId}`;
  return row?.total;
}
