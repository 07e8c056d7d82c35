"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { passwordLinkPath } from "#lib/links";
import { readerOf } from "#lib/reader";
import { findOpenSpots } from "#lib/seats/get-open-spots";
import { addUser } from "#lib/users/add-user";
import { agreeToEmail } from "#lib/users/agree-to-email";
import { cancelInactivation } from "#lib/users/cancel-inactivation";
import { createPasswordLink } from "#lib/users/create-password-link";
import { describeResults } from "#lib/users/describe-results";
import { editUser } from "#lib/users/edit-user";
import { endEmailChange } from "#lib/users/end-email-change";
import { handOverToNewUser } from "#lib/users/hand-over-to-new-user";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUsers } from "#lib/users/inactivate-users";
import { makeOwner } from "#lib/users/make-owner";
import { reactivateUser } from "#lib/users/reactivate-user";
import { resetSecondStep } from "#lib/users/reset-second-step";
import { scheduleInactivation } from "#lib/users/schedule-inactivation";
import {
  addUserSchema,
  agreeToEmailSchema,
  cancelInactivationSchema,
  createPasswordLinkSchema,
  editUserSchema,
  endEmailChangeSchema,
  handOverToNewUserSchema,
  inactivateUserSchema,
  inactivateUsersSchema,
  makeOwnerSchema,
  reactivateUserSchema,
  resetSecondStepSchema,
} from "#lib/users/schema";

export const inactivateUserAction = accountAction(
  inactivateUserSchema,
  async (actor, input) => {
    if (input.when === "later") await scheduleInactivation(actor, input);
    else await inactivateUser(actor, input);
  },
  (_done, _actor, { userId }) => redirect(`/admin/users/${userId}/inactivate`),
);

export const cancelInactivationAction = accountAction(
  cancelInactivationSchema,
  cancelInactivation,
  (_event, _actor, { userId }) => redirect(`/admin/users/${userId}/cancel-inactivation`),
);

export const inactivateUsersAction = accountAction(
  inactivateUsersSchema,
  inactivateUsers,
  async (results, actor) =>
    describeResults(results, await readerOf(actor.timeZone), await findOpenSpots(actor)),
);

export const handOverToNewUserAction = accountAction(
  handOverToNewUserSchema,
  handOverToNewUser,
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
  ...(event.data.reduction && { reduction: event.data.reduction }),
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
