"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { passwordLinkPath } from "#lib/links";
import { addUser } from "#lib/users/add-user";
import { agreeToEmail } from "#lib/users/agree-to-email";
import { createPasswordLink } from "#lib/users/create-password-link";
import { editUser } from "#lib/users/edit-user";
import { endEmailChange } from "#lib/users/end-email-change";
import { inactivateUser } from "#lib/users/inactivate-user";
import { makeOwner } from "#lib/users/make-owner";
import { reactivateUser } from "#lib/users/reactivate-user";
import {
  addUserSchema,
  agreeToEmailSchema,
  createPasswordLinkSchema,
  editUserSchema,
  endEmailChangeSchema,
  inactivateUserSchema,
  makeOwnerSchema,
  reactivateUserSchema,
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

export const editUserAction = accountAction(editUserSchema, editUser, (event, _actor, { userId }) =>
  redirect(`/admin/users/${userId}/edit?done=${event.id}`),
);

export const endEmailChangeAction = accountAction(
  endEmailChangeSchema,
  endEmailChange,
  (event, _actor, { userId }) => redirect(`/admin/users/${userId}/edit?done=${event.id}`),
);

export const agreeToEmailAction = accountAction(
  agreeToEmailSchema,
  agreeToEmail,
  (event, _actor, { userId }) => redirect(`/admin/users/${userId}/edit?done=${event.id}`),
);

export const makeOwnerAction = accountAction(
  makeOwnerSchema,
  makeOwner,
  (event, _actor, { userId }) => redirect(`/admin/users/${userId}/edit?done=${event.id}`),
);
