"use server";

import { redirect } from "next/navigation";
import { requireSecondStep } from "#lib/accounts/require-second-step";
import { changeSignInRuleSchema } from "#lib/accounts/schema";
import { stopRequiringSecondStep } from "#lib/accounts/stop-requiring-second-step";
import { accountAction } from "#lib/action";

export const requireSecondStepAction = accountAction(
  changeSignInRuleSchema,
  requireSecondStep,
  () => redirect("/admin/sign-in-rules?changed=yes"),
);

export const stopRequiringSecondStepAction = accountAction(
  changeSignInRuleSchema,
  stopRequiringSecondStep,
  () => redirect("/admin/sign-in-rules?changed=yes"),
);
