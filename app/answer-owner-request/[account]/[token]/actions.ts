"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import type { FormState } from "#lib/form-state";
import { answerOwnerRequest } from "#lib/owner-requests/answer-owner-request";
import { answerOwnerRequestSchema } from "#lib/owner-requests/schema";

export async function answerOwnerRequestAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(form, answerOwnerRequestSchema, "UTC", async (input) => {
    await answerOwnerRequest(input);
    redirect(`/answer-owner-request/${input.accountId}/${input.token}`);
  });
}
