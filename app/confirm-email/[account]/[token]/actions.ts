"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import type { FormState } from "#lib/form-state";
import { followLinkSchema } from "#lib/sessions/schema";
import { confirmEmail } from "#lib/users/confirm-email";

export async function confirmEmailAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, followLinkSchema, "UTC", async (input) => {
    await confirmEmail(input);
    redirect(`/confirm-email/${input.accountId}/${input.token}`);
  });
}
