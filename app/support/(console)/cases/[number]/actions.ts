"use server";

import { redirect } from "next/navigation";
import { caseAction } from "#lib/action";
import { isCardNotTelephone, quotesCardNumber } from "#lib/cards/card-number";
import { askCardHolder } from "#lib/support/ask-card-holder";
import { assignCase } from "#lib/support/assign-case";
import { carryOutCase } from "#lib/support/carry-out-case";
import {
  askCardHolderSchema,
  assignCaseSchema,
  carryOutCaseSchema,
  decideObjectionSchema,
  endCaseSchema,
  nameSuccessorSchema,
  noteCallbackSchema,
  noteInCaseSchema,
  verifyCaseSchema,
} from "#lib/support/case-schema";
import { decideObjection } from "#lib/support/decide-objection";
import { nameSuccessor } from "#lib/support/name-successor";
import { noteCallback } from "#lib/support/note-callback";
import { noteInCase } from "#lib/support/note-in-case";
import { refuseCase } from "#lib/support/refuse-case";
import { reopenCase } from "#lib/support/reopen-case";
import { stepRoles } from "#lib/support/rules";
import { verifyCase } from "#lib/support/verify-case";
import { withdrawCase } from "#lib/support/withdraw-case";

/** Back to the case, which shows what was done from the account's log. */
const show = ({ id }: { id: string }, { caseNumber }: { caseNumber: string }) =>
  redirect(`/support/cases/${encodeURIComponent(caseNumber)}?after=${id}`);

export const assignCaseAction = caseAction(stepRoles.assign, assignCaseSchema, assignCase, show);

export const noteInCaseAction = caseAction(
  stepRoles.note,
  noteInCaseSchema,
  noteInCase,
  (_isNew, input) => show({ id: "note" }, input),
  quotesCardNumber,
);

export const askCardHolderAction = caseAction(
  stepRoles.ask_card_holder,
  askCardHolderSchema,
  askCardHolder,
  show,
  isCardNotTelephone,
);

export const noteCallbackAction = caseAction(
  stepRoles.note_callback,
  noteCallbackSchema,
  noteCallback,
  show,
);

export const nameSuccessorAction = caseAction(
  stepRoles.name_successor,
  nameSuccessorSchema,
  nameSuccessor,
  show,
);

export const verifyCaseAction = caseAction(
  stepRoles.verify,
  verifyCaseSchema,
  verifyCase,
  show,
  quotesCardNumber,
);

export const decideObjectionAction = caseAction(
  stepRoles.decide,
  decideObjectionSchema,
  decideObjection,
  show,
  quotesCardNumber,
);

export const carryOutCaseAction = caseAction(
  stepRoles.carry_out,
  carryOutCaseSchema,
  carryOutCase,
  show,
);

export const refuseCaseAction = caseAction(
  stepRoles.refuse,
  endCaseSchema,
  refuseCase,
  show,
  quotesCardNumber,
);

export const withdrawCaseAction = caseAction(
  stepRoles.withdraw,
  endCaseSchema,
  withdrawCase,
  show,
  quotesCardNumber,
);

export const reopenCaseAction = caseAction(
  stepRoles.reopen,
  endCaseSchema,
  reopenCase,
  show,
  quotesCardNumber,
);
