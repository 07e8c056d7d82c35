"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import type { FormState } from "#lib/form-state";
import { answerEmailChangeSchema } from "#lib/sessions/schema";
import { answerEmailChange } from "#lib/users/answer-email-change";

export async function answerEmailChangeAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(form, answerEmailChangeSchema, "UTC", async (input) => {
    await answerEmailChange(input);
    redirect(`/agree-to-email/${input.accountId}/${input.token}`);
  });
}
