/** How many hours Owners have for an objection, unless the Owner concerned has agreed. */
export function waitingHours(): number {
  const hours = Number(process.env.OWNER_REQUEST_HOURS || 24);
  if (!Number.isFinite(hours) || hours < 0 || hours > 24 * 14) {
    throw new Error(
      `OWNER_REQUEST_HOURS is to be a number of hours from 0 to 336, and is "${process.env.OWNER_REQUEST_HOURS}".`,
    );
  }
  return hours;
}

/** Until when a case that is begun, or reopened, now waits. */
export function waitsUntil(): Date {
  return new Date(Date.now() + waitingHours() * 3_600_000);
}
