import { type DateStyle, dateText } from "#lib/dates";

type Standing = {
  plan: string;
  status: "trial" | "active" | "past_due" | "ended";
  renewsAt: Date;
  cancelledAt: Date | null;
  pastDueSince: Date | null;
  readOnlyAt: Date | null;
};

/** "Monthly: paid, renews on 24 Dec 2026" */
export function standingText(subscription: Standing, dates: DateStyle): string {
  return `${subscription.plan}: ${stateText(subscription, dates)}`;
}

function stateText(subscription: Standing, dates: DateStyle): string {
  const { status, renewsAt, cancelledAt, pastDueSince, readOnlyAt } = subscription;
  if (status === "ended") return "ended, the account can be read alone";
  if (status === "past_due") {
    const since = pastDueSince ? ` since ${dateText(pastDueSince, dates)}` : "";
    const until = readOnlyAt ? `, from ${dateText(readOnlyAt, dates)} on it can be read alone` : "";
    return `not paid${since}${until}`;
  }
  const paid = status === "trial" ? "on trial" : "paid";
  return cancelledAt
    ? `${paid}, cancelled, ends on ${dateText(renewsAt, dates)}`
    : `${paid}, renews on ${dateText(renewsAt, dates)}`;
}
