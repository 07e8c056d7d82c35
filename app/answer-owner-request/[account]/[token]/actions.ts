"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import { quotesCardNumber } from "#lib/cards/card-number";
import type { FormState } from "#lib/form-state";
import { answerOwnerRequest } from "#lib/owner-requests/answer-owner-request";
import { type AnswerOwnerRequest, answerOwnerRequestSchema } from "#lib/owner-requests/schema";

export async function answerOwnerRequestAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const work = async (input: AnswerOwnerRequest) => {
    await answerOwnerRequest(input);
    redirect(`/answer-owner-request/${input.accountId}/${input.token}`);
  };
  return answerForm(form, answerOwnerRequestSchema, "UTC", work, quotesCardNumber);
}
