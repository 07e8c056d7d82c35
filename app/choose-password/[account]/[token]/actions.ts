"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import type { FormState } from "#lib/form-state";
import { choosePasswordSchema } from "#lib/sessions/schema";
import { choosePassword } from "#lib/users/choose-password";
import { getVisitor } from "#lib/visitor";

export async function choosePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, choosePasswordSchema, "UTC", async (input) => {
    await choosePassword(input, await getVisitor());
    redirect("/sign-in?ended=password");
  });
}
