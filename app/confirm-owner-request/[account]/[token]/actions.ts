"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import type { FormState } from "#lib/form-state";
import { confirmOwnerRequest } from "#lib/owner-requests/confirm-owner-request";
import { followLinkSchema } from "#lib/sessions/schema";

export async function confirmOwnerRequestAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(form, followLinkSchema, "UTC", async (input) => {
    await confirmOwnerRequest(input);
    redirect(`/confirm-owner-request/${input.accountId}/${input.token}`);
  });
}
