import { expect, test } from "vitest";
import { standingText } from "#lib/support/standing-text";
import { inLondon, noon } from "#tests/support/samples";

const none = { cancelledAt: null, pastDueSince: null, readOnlyAt: null };
const renewsAt = new Date("2026-12-24T00:00:00Z");
const readOnlyAt = new Date("2026-11-26T12:00:00Z");

test.each([
  [{ status: "active" }, "Monthly: paid, renews on 24 Dec 2026"],
  [{ status: "active", cancelledAt: noon }, "Monthly: paid, cancelled, ends on 24 Dec 2026"],
  [{ status: "trial" }, "Monthly: on trial, renews on 24 Dec 2026"],
  [
    { status: "past_due", pastDueSince: noon, readOnlyAt },
    "Monthly: not paid since 12 Nov 2026, from 26 Nov 2026 on it can be read alone",
  ],
  [{ status: "ended", readOnlyAt }, "Monthly: ended, the account can be read alone"],
] as const)("a subscription that is %o stands as “%s”", (facts, text) => {
  expect(standingText({ plan: "Monthly", renewsAt, ...none, ...facts }, inLondon)).toBe(text);
});
