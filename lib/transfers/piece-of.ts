import { type SQL, sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import { type RuleField, receivers, type TransferPlan } from "#lib/transfers/plan";

/**
 * Which piece a selected contact belongs to: the place of who gets it in `receivers(plan)`, null
 * where it stays. Shares are dealt out in turn, so that each has old and new contacts; after any
 * number of them nobody is as much as one away from the exact part.
 */
export function pieceOf(plan: TransferPlan): SQL<number | null> {
  if (plan.kind === "one") return sql`0`;
  if (plan.kind === "shares") {
    const turns = dealingTurns(plan.shares.map(({ parts }) => parts));
    return sql`(string_to_array(${turns.join()}, ',')::int[])[
      (row_number() over (order by ${contacts.bookId}, ${contacts.id}) - 1) % ${turns.length}::int + 1]`;
  }
  const all = receivers(plan);
  const piece = (to: string | null) => (to === null ? sql`null` : sql`${all.indexOf(to)}::int`);
  if (plan.values.length === 0) return sql`${piece(plan.rest)}::int`;
  const cases = plan.values.map(({ value, to }) => sql`when ${value} then ${piece(to)}`);
  return sql`case ${ruleValue(plan.by)} ${sql.join(cases, sql` `)} else ${piece(plan.rest)} end`;
}

/** What a rule compares: without case, accents and spaces around it; empty where there is nothing. */
export function ruleValue(by: RuleField): SQL<string> {
  if (by === "state") return sql`btrim(handover_fold(${contacts.state}))`;
  if (by === "company") return sql`btrim(${contacts.companyKey})`;
  return sql`left(btrim(${contacts.nameKey}), 1)`;
}

/**
 * One round of dealing, over and over: every piece takes its n-th turn within the time that an exact
 * division gives it, the most urgent first.
 */
export function dealingTurns(parts: number[]): number[] {
  const divisor = parts.reduce(greatestCommonDivisor);
  const shares = parts.map((part) => part / divisor);
  const round = shares.reduce((sum, share) => sum + share, 0);
  const taken = shares.map(() => 0);
  return Array.from({ length: round }, (_, turn) => {
    let next = -1;
    let deadline = Number.POSITIVE_INFINITY;
    for (const [piece, share] of shares.entries()) {
      const had = taken[piece] ?? 0;
      const due = Math.ceil(((had + 1) * round) / share);
      if (Math.floor((had * round) / share) > turn || due >= deadline) continue;
      next = piece;
      deadline = due;
    }
    taken[next] = (taken[next] ?? 0) + 1;
    return next;
  });
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
