"use server";

import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import { requireSupportNetwork } from "#lib/agent-session";
import type { FormState } from "#lib/form-state";
import { chooseAgentPasswordSchema } from "#lib/sessions/schema";
import { chooseAgentPassword } from "#lib/support/choose-agent-password";

export async function chooseAgentPasswordAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  await requireSupportNetwork();
  return answerForm(form, chooseAgentPasswordSchema, "UTC", async (input) => {
    await chooseAgentPassword(input);
    redirect("/support/sign-in?ended=password");
  });
}
