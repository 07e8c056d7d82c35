"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { cancelSubscription } from "#lib/seats/cancel-subscription";
import { resumeSubscription } from "#lib/seats/resume-subscription";
import {
  cancelSubscriptionSchema,
  changeSubscriptionSchema,
  startSubscriptionSchema,
} from "#lib/seats/schema";
import { startSubscription } from "#lib/seats/start-subscription";

export const cancelSubscriptionAction = accountAction(
  cancelSubscriptionSchema,
  cancelSubscription,
  ({ id }) => redirect(`/admin/subscription?done=${id}`),
);

export const resumeSubscriptionAction = accountAction(
  changeSubscriptionSchema,
  resumeSubscription,
  ({ id }) => redirect(`/admin/subscription?done=${id}`),
);

export const startSubscriptionAction = accountAction(
  startSubscriptionSchema,
  startSubscription,
  ({ id }) => {
    // What stands above every page goes with it.
    refresh();
    redirect(`/admin/subscription?done=${id}`);
  },
);
