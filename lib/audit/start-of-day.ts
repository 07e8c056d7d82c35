import { type SQL, sql } from "drizzle-orm";

/** The instant at which a day ("2026-11-24", or some days later) begins in a time zone. */
export function startOfDay(day: string, daysLater: number, timeZone: string): SQL {
  const midnight = sql`(${day}::date + ${daysLater}::int)::timestamp`;
  const start = sql`(${midnight} at time zone ${timeZone})`;
  // Where clocks go back over midnight it comes twice, and Postgres takes the second one.
  return sql`(case when ((${start} - interval '1 hour') at time zone ${timeZone}) >= ${midnight}
    then ${start} - interval '1 hour' else ${start} end)`;
}
