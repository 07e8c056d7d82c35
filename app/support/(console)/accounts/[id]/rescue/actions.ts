"use server";

import { redirect } from "next/navigation";
import { lookAction } from "#lib/action";
import { quotesCardNumber } from "#lib/cards/card-number";
import { proposeRescue, rescueRoles } from "#lib/support/propose-rescue";
import { proposeRescueSchema } from "#lib/support/rescue-schema";

export const proposeRescueAction = lookAction(
  rescueRoles,
  proposeRescueSchema,
  proposeRescue,
  ({ id, data }) => redirect(`/support/cases/${data.caseNumber}?after=${id}`),
  quotesCardNumber,
);
