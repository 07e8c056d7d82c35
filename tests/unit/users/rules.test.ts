import { expect, test } from "vitest";
import {
  needsAgreement,
  whyNotChangeEmail,
  whyNotChangeRole,
  whyNotCreatePasswordLink,
  whyNotEdit,
  whyNotInactivate,
  whyNotMakeOwner,
  whyNotReactivate,
  whyNotResetSecondStep,
} from "#lib/users/rules";
import { ada, ben, cleo } from "#tests/support/samples";

const admin = { userId: ada.id, role: "admin", isOwner: false } as const;
const plainUser = { userId: ada.id, role: "user", isOwner: false } as const;

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
  ["an inactive user is made active", admin, inactive, null],
  ["an active user is not made active again", admin, active, "already_active"],
  ["somebody who is no admin makes nobody active", plainUser, inactive, "not_admin"],
] as const)("%s", (_sentence, actor, user, why) => {
  expect(whyNotReactivate(actor, user)).toBe(why);
});

const ownerActor = { userId: cleo.id, role: "admin", isOwner: true } as const;

test("only admins edit, and only active users", () => {
  expect(whyNotEdit(admin, active)).toBeNull();
  expect(whyNotEdit(admin, inactive)).toBe("user_is_inactive");
  expect(whyNotEdit(plainUser, active)).toBe("not_admin");
});

test("nobody changes their own role, and an Owner's is never changed here", () => {
  expect(whyNotChangeRole(admin, active)).toBeNull();
  expect(whyNotChangeRole(admin, { ...active, id: ada.id })).toBe("role_is_own");
  expect(whyNotChangeRole(ownerActor, owner)).toBe("role_of_owner");
  expect(whyNotChangeRole(ownerActor, { ...owner, id: cleo.id })).toBe("role_of_owner");
});

test("only Owners themselves change their e-mail", () => {
  expect(whyNotChangeEmail(admin, active)).toBeNull();
  expect(whyNotChangeEmail(admin, owner)).toBe("email_of_owner");
  expect(whyNotChangeEmail(ownerActor, owner)).toBe("email_of_owner");
  expect(whyNotChangeEmail(ownerActor, { ...owner, id: cleo.id })).toBeNull();
});

test.each([
  ["a user's e-mail needs no agreement", admin, "user", ben.id, false],
  ["an admin's, changed by another admin, does", admin, "admin", ben.id, true],
  ["an admin's own does not", admin, "admin", ada.id, false],
  ["an Owner who changes an admin's has agreed with that", ownerActor, "admin", ben.id, false],
] as const)("%s", (_sentence, actor, role, id, needed) => {
  expect(needsAgreement(actor, { ...active, id, role })).toBe(needed);
});

test.each([
  ["an Owner makes an active admin an Owner", ownerActor, {}, null],
  ["an admin who is no Owner does not", admin, {}, "not_owner"],
  ["a user who is no admin does not become one", ownerActor, { role: "user" }, "owner_needs_admin"],
  ["nobody inactive becomes one", ownerActor, { status: "inactive" }, "user_is_inactive"],
  ["who is one already stays one", ownerActor, { isOwner: true }, "already_owner"],
  [
    "who has no password yet does not: others may hold that link",
    ownerActor,
    { hasPassword: false },
    "owner_needs_password",
  ],
] as const)("%s", (_sentence, actor, change, why) => {
  const user = { ...active, role: "admin", hasPassword: true, ...change } as const;
  expect(whyNotMakeOwner(actor, user)).toBe(why);
});

const noPassword = { status: "active", isOwner: false, hasPassword: false } as const;

test.each([
  ["an admin makes a link for whoever has no password", admin, noPassword, null],
  ["an Owner makes one for an Owner", ownerActor, { ...noPassword, isOwner: true }, null],
  [
    "an admin who is no Owner makes none for an Owner",
    admin,
    { ...noPassword, isOwner: true },
    "link_of_owner",
  ],
  [
    "who has a password gets none",
    ownerActor,
    { ...noPassword, isOwner: true, hasPassword: true },
    "password_already_chosen",
  ],
  ["who is inactive gets none", admin, { ...noPassword, status: "inactive" }, "already_inactive"],
  [
    "who is no admin makes none",
    { ...plainUser, isOwner: false },
    { ...noPassword, isOwner: true },
    "not_admin",
  ],
] as const)("%s", (_sentence, actor, user, why) => {
  expect(whyNotCreatePasswordLink(actor, user)).toBe(why);
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
  expect(whyNotResetSecondStep(actor, { ...user, hasSecondStep })).toBe(why);
});
