"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { passwordLinkPath } from "#lib/links";
import { addUser } from "#lib/users/add-user";
import { createPasswordLink } from "#lib/users/create-password-link";
import { inactivateUser } from "#lib/users/inactivate-user";
import { reactivateUser } from "#lib/users/reactivate-user";
import { resetSecondStep } from "#lib/users/reset-second-step";
import {
  addUserSchema,
  createPasswordLinkSchema,
  inactivateUserSchema,
  reactivateUserSchema,
  resetSecondStepSchema,
} from "#lib/users/schema";

export const inactivateUserAction = accountAction(
  inactivateUserSchema,
  inactivateUser,
  (_event, _actor, { userId }) => redirect(`/admin/users/${userId}/inactivate`),
);

export const reactivateUserAction = accountAction(
  reactivateUserSchema,
  reactivateUser,
  (_event, _actor, { userId }) => redirect(`/admin/users/${userId}/reactivate`),
);

export const resetSecondStepAction = accountAction(
  resetSecondStepSchema,
  resetSecondStep,
  (_event, _actor, { userId }) => redirect(`/admin/users/${userId}/second-step`),
);

export const addUserAction = accountAction(addUserSchema, addUser, (event, actor) => ({
  name: event.userName ?? "",
  email: event.data.email,
  path: passwordLinkPath(actor.accountId, event.data.linkId),
}));

export const createPasswordLinkAction = accountAction(
  createPasswordLinkSchema,
  createPasswordLink,
  (event, actor) => ({
    name: event.userName ?? "",
    path: passwordLinkPath(actor.accountId, event.data.linkId),
  }),
);
