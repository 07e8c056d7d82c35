import { expect, test } from "vitest";
import { whyNotCreatePasswordLink, whyNotInactivate, whyNotReactivate } from "#lib/users/rules";
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

const noPassword = { status: "active", isOwner: false, hasPassword: false } as const;
const ownerActing = { ...admin, isOwner: true };
const adminActing = { ...admin, isOwner: false };

test.each([
  ["an admin makes a link for whoever has no password", adminActing, noPassword, null],
  ["an Owner makes one for an Owner", ownerActing, { ...noPassword, isOwner: true }, null],
  [
    "an admin who is no Owner makes none for an Owner",
    adminActing,
    { ...noPassword, isOwner: true },
    "link_of_owner",
  ],
  [
    "who has a password gets none",
    ownerActing,
    { ...noPassword, isOwner: true, hasPassword: true },
    "password_already_chosen",
  ],
  [
    "who is inactive gets none",
    adminActing,
    { ...noPassword, status: "inactive" },
    "already_inactive",
  ],
  [
    "who is no admin makes none",
    { ...plainUser, isOwner: false },
    { ...noPassword, isOwner: true },
    "not_admin",
  ],
] as const)("%s", (_sentence, actor, user, why) => {
  expect(whyNotCreatePasswordLink(actor, user)).toBe(why);
});
