import { expect, test } from "vitest";
import { whyNotRequireSecondStep, whyNotStopRequiringSecondStep } from "#lib/accounts/rules";
import { whyNotTurnOff } from "#lib/second-steps/rules";

const owner = { role: "admin", isOwner: true, hasSecondStep: true } as const;
const admin = { ...owner, isOwner: false };
const user = { ...admin, role: "user" } as const;
const required = { adminsNeedSecondStep: true };
const free = { adminsNeedSecondStep: false };

test.each([
  ["an Owner with a second step requires it", owner, free, null],
  [
    "an Owner without one does not",
    { ...owner, hasSecondStep: false },
    free,
    "own_second_step_first",
  ],
  ["an admin does not", admin, free, "not_owner"],
  ["a user does not", user, free, "not_admin"],
  ["nobody requires it twice", owner, required, "second_step_required_already"],
] as const)("%s", (_sentence, actor, account, why) => {
  expect(whyNotRequireSecondStep(actor, account)).toBe(why);
});

test.each([
  ["an Owner stops requiring it, with a second step or without", owner, required, null],
  ["an admin does not", admin, required, "not_owner"],
  ["a user does not", user, required, "not_admin"],
  ["what is not required is not stopped", owner, free, "second_step_not_required"],
] as const)("%s", (_sentence, actor, account, why) => {
  expect(whyNotStopRequiringSecondStep(actor, account)).toBe(why);
});

test("while it is required, an admin's second step stays on, and a user's may go", () => {
  expect(whyNotTurnOff(admin, required)).toBe("second_step_is_kept");
  expect(whyNotTurnOff(admin, free)).toBeNull();
  expect(whyNotTurnOff(user, required)).toBeNull();
});
