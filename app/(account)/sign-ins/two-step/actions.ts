"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { setUpCookie } from "#lib/auth";
import { beginSecondStep } from "#lib/second-steps/begin-second-step";
import { makeRecoveryCodes } from "#lib/second-steps/make-recovery-codes";
import { recoveryCodesOf, recoveryCodeText } from "#lib/second-steps/recovery-codes";
import {
  beginSecondStepSchema,
  makeRecoveryCodesSchema,
  turnOffSecondStepSchema,
  turnOnSecondStepSchema,
} from "#lib/second-steps/schema";
import { SET_UP_SECONDS } from "#lib/second-steps/set-up-ticket";
import { turnOffSecondStep } from "#lib/second-steps/turn-off-second-step";
import { turnOnSecondStep } from "#lib/second-steps/turn-on-second-step";

export const beginSecondStepAction = accountAction(
  beginSecondStepSchema,
  beginSecondStep,
  async (ticket): Promise<never> => {
    (await cookies()).set(setUpCookie.name, ticket, {
      ...setUpCookie.options,
      maxAge: SET_UP_SECONDS,
    });
    redirect("/sign-ins/two-step/set-up");
  },
);

export const turnOnSecondStepAction = accountAction(
  turnOnSecondStepSchema,
  async (actor, input) => {
    const ticket = (await cookies()).get(setUpCookie.name)?.value ?? "";
    return turnOnSecondStep(actor, input, ticket);
  },
  async ({ data }) => {
    (await cookies()).delete({ name: setUpCookie.name, ...setUpCookie.options });
    return { codes: recoveryCodesOf(data.codesId).map(recoveryCodeText) };
  },
);

export const turnOffSecondStepAction = accountAction(
  turnOffSecondStepSchema,
  turnOffSecondStep,
  () => redirect("/sign-ins/two-step?after=off"),
);

export const makeRecoveryCodesAction = accountAction(
  makeRecoveryCodesSchema,
  makeRecoveryCodes,
  ({ data }) => ({ codes: recoveryCodesOf(data.codesId).map(recoveryCodeText) }),
);
