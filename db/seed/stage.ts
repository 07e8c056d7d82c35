import type { TransactionSql } from "postgres";
import type { CastAccount } from "#db/seed/cast";

/** One account while it is put into the database: its rows by now, and how its time is counted. */
export type Stage = {
  tx: TransactionSql;
  account: CastAccount;
  accountId: string;
  /** The rows of its people, by e-mail. */
  users: Map<string, UserRow>;
  /** A minute of the day, in UTC, that was so many days ago. */
  at(days: number, minute?: number): Date;
  minutesAgo(minutes: number): Date;
};

type UserRow = { id: string; name: string; linkId: string };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** When people are added, and when they choose a password: minutes of the day, in UTC. */
const ADDED = 14 * 60;
export const PASSWORD_CHOSEN = ADDED + 40;

/** Counts the past of the demo back from now, so that it never looks old. */
export function countBackFrom(now: number): Pick<Stage, "at" | "minutesAgo"> {
  const today = Math.floor(now / DAY) * DAY;
  return {
    at: (days, minute = ADDED) => new Date(today - days * DAY + minute * MINUTE),
    minutesAgo: (minutes) => new Date(now - minutes * MINUTE),
  };
}

export function userOf({ users }: Stage, email: string): UserRow {
  const user = users.get(email);
  if (!user) throw new Error(`The cast has nobody with the address ${email}.`);
  return user;
}

/** The first row of what was inserted. */
export function inserted<Row>([row]: readonly Row[]): Row {
  if (!row) throw new Error("Nothing was inserted.");
  return row;
}
