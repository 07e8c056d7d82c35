import { z } from "zod";
import { quotesCardNumber } from "#lib/cards/card-number";
import { NEVER } from "#lib/cards/schema";
import { id, optional, paragraph, requestId } from "#lib/input";
import { followLinkSchema } from "#lib/sessions/schema";

const isNoCard = (text: string) => !quotesCardNumber(text);

/** Said in the asker's own words; kept in the log, and shown to whoever is told. */
const reason = paragraph("The reason", 1000)
  .min(1, "The reason is missing.")
  .refine(isNoCard, NEVER);

export const requestOwnerRemovalSchema = z.object({
  requestId,
  userId: z.uuid({ error: "Choose whose status is to be lifted." }),
  /** Who becomes an Owner in the same step, if it is the last one. */
  successorId: optional(z.uuid({ error: "Choose who is to follow." })),
  reason,
});
export type RequestOwnerRemoval = z.infer<typeof requestOwnerRemovalSchema>;

export const withdrawOwnerRequestSchema = z.object({ requestId, caseId: id, reason });
export type WithdrawOwnerRequest = z.infer<typeof withdrawOwnerRequestSchema>;

export const takeOverOwnerRequestSchema = z.object({ requestId, caseId: id });
export type TakeOverOwnerRequest = z.infer<typeof takeOverOwnerRequestSchema>;

export const answerOwnerRequestSchema = followLinkSchema.extend({
  answer: z.enum(["agreed", "objected"], { error: "Choose an answer." }),
  words: paragraph("What you write", 1000).refine(isNoCard, NEVER).default(""),
});
export type AnswerOwnerRequest = z.infer<typeof answerOwnerRequestSchema>;
