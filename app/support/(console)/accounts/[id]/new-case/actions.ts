"use server";

import { redirect } from "next/navigation";
import { lookAction } from "#lib/action";
import { isCardNotTelephone, quotesCardNumber } from "#lib/cards/card-number";
import { openCaseSchema } from "#lib/support/case-schema";
import { openCase } from "#lib/support/open-case";
import { stepRoles } from "#lib/support/rules";

export const openCaseAction = lookAction(
  stepRoles.ask_card_holder,
  openCaseSchema,
  openCase,
  ({ id, data }) => redirect(`/support/cases/${data.caseNumber}?after=${id}`),
  (text) => isCardNotTelephone(text) || quotesCardNumber(text),
);
