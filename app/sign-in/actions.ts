"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import { SESSION_SECONDS, sessionCookie, sessionToken } from "#lib/auth";
import type { FormState } from "#lib/form-state";
import { chooseAccount } from "#lib/sessions/choose-account";
import { chooseAccountSchema, signInSchema } from "#lib/sessions/schema";
import { type Choice, signIn } from "#lib/sessions/sign-in";
import type { StartedSession } from "#lib/sessions/start-session";
import { getVisitor } from "#lib/visitor";

export type AccountChoice = { choices: Choice[]; ticket: string };

/** E-mail and password; where they fit several accounts, the form asks for the account next. */
export async function signInAction(
  _state: FormState<AccountChoice>,
  form: FormData,
): Promise<FormState<AccountChoice>> {
  return answerForm(form, signInSchema, "UTC", async (input) => {
    const result = await signIn(input, await getVisitor());
    if (result.session) return enter(result.session, input.next);
    return { choices: result.choices, ticket: result.ticket };
  });
}

export async function chooseAccountAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, chooseAccountSchema, "UTC", async (input) => {
    const { session } = await chooseAccount(input, await getVisitor());
    return enter(session, input.next);
  });
}

async function enter({ accountId, sessionId }: StartedSession, next: string): Promise<never> {
  const token = await sessionToken(accountId, sessionId);
  (await cookies()).set(sessionCookie.name, token, {
    ...sessionCookie.options,
    maxAge: SESSION_SECONDS,
  });
  redirect(next);
}
