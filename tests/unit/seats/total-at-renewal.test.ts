import { expect, test } from "vitest";
import { totalAtRenewal, whyNotKeepSpots, whyNotLetAdmins } from "#lib/seats/rules";

const ten = { total: 10, used: 5, minimumSeats: 1, schedule: { toTotal: 8 } };

test.each([
  ["nothing scheduled", { ...ten, schedule: null }, 10],
  ["fewer scheduled", ten, 8],
  ["more used than scheduled", { ...ten, used: 9 }, 9],
  ["all of them used", { ...ten, used: 10 }, 10],
  ["a plan of more than scheduled", { ...ten, minimumSeats: 9 }, 9],
  ["a plan of more than there are", { ...ten, minimumSeats: 12 }, 10],
  ["all but one", { ...ten, used: 1, schedule: { toTotal: 1 } }, 1],
])("with %s the renewal begins with so many", (_what, account, total) => {
  expect(totalAtRenewal(account)).toBe(total);
});

const owner = { role: "admin" as const, isOwner: true };
const kept = { ownersKeepSeats: true };
const open = { ownersKeepSeats: false };

test.each([
  [owner, null, null],
  [{ role: "admin" as const, isOwner: false }, "not_owner", "not_owner"],
  [{ role: "user" as const, isOwner: false }, "not_admin", "not_admin"],
  [{ role: "user" as const, isOwner: true }, "not_admin", "not_admin"],
])("%j keeps spots to Owners, or lets every admin: %s, %s", (actor, keep, letting) => {
  expect(whyNotKeepSpots(actor, open)).toBe(keep);
  expect(whyNotLetAdmins(actor, kept)).toBe(letting);
});

test("what is so already is not done again", () => {
  expect(whyNotKeepSpots(owner, kept)).toBe("spots_kept_already");
  expect(whyNotLetAdmins(owner, open)).toBe("spots_open_already");
});
