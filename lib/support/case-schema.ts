import { z } from "zod";
import { isCardNotTelephone, quotesCardNumber } from "#lib/cards/card-number";
import { holderName, last4, NEVER } from "#lib/cards/schema";
import { id, line, optional, paragraph, requestId } from "#lib/input";

const ofCase = { requestId, caseNumber: z.string() };

const reason = words("The reason", 500, "Enter a reason.");

/** By telephone numbers as people write them: no letters, five digits at least. */
const callbackNumber = line("The callback number", 50)
  .refine((number) => !isCardNotTelephone(number), { error: NEVER, abort: true })
  .refine(
    (number) => /^[+\d\s()./-]+$/.test(number) && number.replaceAll(/\D/g, "").length >= 5,
    "Enter a telephone number, such as +49 30 1234567.",
  );

export const assignCaseSchema = z.object({ ...ofCase, agentId: optional(id) });
export type AssignCase = z.infer<typeof assignCaseSchema>;

export const noteInCaseSchema = z.object({
  ...ofCase,
  body: words("The note", 5000, "Write what there is to know."),
});
export type NoteInCase = z.infer<typeof noteInCaseSchema>;

export const askCardHolderSchema = z.object({ ...ofCase, holderName, last4, callbackNumber });
export type AskCardHolder = z.infer<typeof askCardHolderSchema>;

export const noteCallbackSchema = z.object({
  ...ofCase,
  /** Which number the form showed: another one may have been noted since. */
  callbackNumber,
});
export type NoteCallback = z.infer<typeof noteCallbackSchema>;

export const nameSuccessorSchema = z.object({
  ...ofCase,
  successorId: z.uuid({ error: "Choose who becomes Account Owner." }),
});
export type NameSuccessor = z.infer<typeof nameSuccessorSchema>;

export const verifyCaseSchema = z.object({
  ...ofCase,
  reason: words("What you checked", 500, "Write what you checked."),
});
export type VerifyCase = z.infer<typeof verifyCaseSchema>;

export const decideObjectionSchema = z.object({
  ...ofCase,
  reason,
  /** Which objection the form showed: another Owner may have objected since. */
  objectedAt: z.iso.datetime({ error: "The form is incomplete. Open the page again." }),
});
export type DecideObjection = z.infer<typeof decideObjectionSchema>;

export const carryOutCaseSchema = z.object(ofCase);
export type CarryOutCase = z.infer<typeof carryOutCaseSchema>;

export const endCaseSchema = z.object({ ...ofCase, reason });
export type EndCase = z.infer<typeof endCaseSchema>;

export const openCaseSchema = z.object({
  requestId,
  account: z.string(),
  userId: z.uuid({ error: "Choose the Account Owner whom it is about." }),
  holderName,
  last4,
  callbackNumber,
  reason,
  successorId: optional(id),
});
export type OpenCase = z.infer<typeof openCaseSchema>;

/** Somebody's own words, in which a card number is never kept. */
function words(label: string, max: number, missing: string) {
  return paragraph(label, max)
    .refine((text) => text !== "", missing)
    .refine((text) => !quotesCardNumber(text), NEVER);
}
