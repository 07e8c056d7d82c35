"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import { confirmCardChange } from "#lib/cards/confirm-card-change";
import type { FormState } from "#lib/form-state";
import { followLinkSchema } from "#lib/sessions/schema";

export async function confirmCardChangeAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(form, followLinkSchema, "UTC", async (input) => {
    await confirmCardChange(input);
    redirect(`/confirm-card/${input.accountId}/${input.token}`);
  });
}
