"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { endOtherSessions } from "#lib/sessions/end-other-sessions";
import { endSession } from "#lib/sessions/end-session";
import {
  changePasswordSchema,
  endOtherSessionsSchema,
  endSessionSchema,
} from "#lib/sessions/schema";
import { changePassword } from "#lib/users/change-password";

export const endSessionAction = accountAction(endSessionSchema, endSession, (event) =>
  redirect(`/sign-ins?done=${event.id}`),
);

export const endOtherSessionsAction = accountAction(
  endOtherSessionsSchema,
  endOtherSessions,
  (event) => redirect(`/sign-ins?done=${event.id}`),
);

export const changePasswordAction = accountAction(changePasswordSchema, changePassword, (event) =>
  redirect(`/sign-ins?done=${event.id}`),
);
