"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import type { FormState } from "#lib/form-state";
import { forgetPasswordSchema } from "#lib/sessions/schema";
import { forgetPassword } from "#lib/users/forget-password";
import { getVisitor } from "#lib/visitor";

export async function forgetPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, forgetPasswordSchema, "UTC", async (input) => {
    await forgetPassword(input, await getVisitor());
    // Without the address, which would stand in the browser's history.
    redirect("/forgotten-password?asked=yes");
  });
}
