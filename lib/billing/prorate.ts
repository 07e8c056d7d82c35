/** What lines of one period charge so far: spots times days, and the sum in minor units. */
export type Charged = { seatDays: number; amount: number };

/**
 * What more spots for the rest of a period cost, in minor units. Not each piece is rounded but the
 * sum of the period: whatever came before, all lines add up to what each spot costs day by day,
 * rounded once, halves up.
 */
export function prorate(
  unitPrice: number,
  period: { days: number },
  before: Charged,
  added: { seats: number; days: number },
): number {
  const seatDays = BigInt(before.seatDays) + BigInt(added.seats) * BigInt(added.days);
  const sum = divideHalfUp(BigInt(unitPrice) * seatDays, BigInt(period.days));
  return Number(sum) - before.amount;
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
