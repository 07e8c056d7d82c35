import { expect, test } from "vitest";
import { whyNotInactivate, whyNotReactivate, whyNotResetSecondStep } from "#lib/users/rules";
import { ada, ben } from "#tests/support/samples";

const admin = { userId: ada.id, role: "admin" } as const;
const plainUser = { userId: ada.id, role: "user" } as const;

const active = { id: ben.id, status: "active", isOwner: false } as const;
const inactive = { ...active, status: "inactive" } as const;
const owner = { ...active, isOwner: true };

test.each([
  ["an admin makes another user inactive", admin, active, null],
  ["an Account Owner is never made inactive", admin, owner, "user_is_owner"],
  [
    "an Owner does not make themselves inactive either",
    admin,
    { ...owner, id: ada.id },
    "user_is_owner",
  ],
  ["nobody makes themselves inactive", admin, { ...active, id: ada.id }, "user_is_self"],
  ["somebody inactive is not made inactive again", admin, inactive, "already_inactive"],
  ["somebody who is no admin makes nobody inactive", plainUser, active, "not_admin"],
  ["somebody who is no admin learns nothing about Owners", plainUser, owner, "not_admin"],
  ["somebody who is no admin learns nothing about status", plainUser, inactive, "not_admin"],
] as const)("%s", (_sentence, actor, user, why) => {
  expect(whyNotInactivate(actor, user)).toBe(why);
});

test.each([
  ["with one open spot a user is made active", admin, inactive, 10, 9, null],
  ["with no open spot nobody is made active", admin, inactive, 10, 10, "no_open_seat"],
  ["in an account of no spots nobody is made active", admin, inactive, 0, 0, "no_open_seat"],
  ["an active user is not made active again", admin, active, 10, 9, "already_active"],
  [
    "that somebody is active already comes before the spots",
    admin,
    active,
    10,
    10,
    "already_active",
  ],
  ["somebody who is no admin makes nobody active", plainUser, inactive, 10, 9, "not_admin"],
] as const)("%s", (_sentence, actor, user, seatsTotal, seatsUsed, why) => {
  expect(whyNotReactivate(actor, user, { seatsTotal, seatsUsed })).toBe(why);
});

test.each([
  ["an admin resets a user's second step", admin, active, true, null],
  ["an admin resets another admin's", admin, active, true, null],
  ["an admin does not reset an Owner's", admin, owner, true, "second_step_of_owner"],
  ["another Owner does", { ...admin, isOwner: true }, owner, true, null],
  [
    "nobody resets their own here, an Owner neither",
    { ...admin, isOwner: true },
    { ...owner, id: ada.id },
    true,
    "second_step_is_own",
  ],
  ["there is nothing to reset where there is none", admin, active, false, "second_step_missing"],
  ["an inactive user's stays as it is", admin, inactive, true, "already_inactive"],
  ["somebody who is no admin resets nobody's", plainUser, active, true, "not_admin"],
  ["somebody who is no admin learns nothing about it", plainUser, owner, false, "not_admin"],
] as const)("%s", (_sentence, actor, user, hasSecondStep, why) => {
  const acting = { isOwner: false, ...actor };
  expect(whyNotResetSecondStep(acting, { ...user, hasSecondStep })).toBe(why);
});
