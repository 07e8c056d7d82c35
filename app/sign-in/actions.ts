"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import { SESSION_SECONDS, sessionCookie, sessionToken, signInCodeCookie } from "#lib/auth";
import type { FormState } from "#lib/form-state";
import { href } from "#lib/hrefs";
import { enterCode } from "#lib/second-steps/enter-code";
import { enterCodeSchema } from "#lib/second-steps/schema";
import type { AfterPassword } from "#lib/sessions/after-password";
import { chooseAccount } from "#lib/sessions/choose-account";
import { AFTER_SIGN_IN, chooseAccountSchema, signInSchema } from "#lib/sessions/schema";
import { type Choice, signIn } from "#lib/sessions/sign-in";
import { CODE_SECONDS } from "#lib/sessions/sign-in-code-ticket";
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
    if (result.choices) return { choices: result.choices, ticket: result.ticket };
    return goOn(result, input.next);
  });
}

export async function chooseAccountAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, chooseAccountSchema, "UTC", async (input) =>
    goOn(await chooseAccount(input, await getVisitor()), input.next),
  );
}

/** The second step. After a recovery code the person learns first how many are left. */
export async function enterCodeAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerForm(form, enterCodeSchema, "UTC", async ({ code, next }) => {
    const jar = await cookies();
    const ticket = jar.get(signInCodeCookie.name)?.value ?? "";
    const session = await enterCode(ticket, code, await getVisitor());
    jar.delete({ name: signInCodeCookie.name, ...signInCodeCookie.options });
    return enter(session, code.kind === "app" ? next : afterRecoveryCode(next));
  });
}

/** Into the account, or to the code that its user's sign-in asks for. */
async function goOn({ session, codeTicket }: AfterPassword, next: string): Promise<never> {
  if (session) return enter(session, next);
  (await cookies()).set(signInCodeCookie.name, codeTicket, {
    ...signInCodeCookie.options,
    maxAge: CODE_SECONDS,
  });
  redirect(href("/sign-in/code", { next: next === AFTER_SIGN_IN ? undefined : next }));
}

async function enter({ accountId, sessionId }: StartedSession, next: string): Promise<never> {
  const token = await sessionToken(accountId, sessionId);
  (await cookies()).set(sessionCookie.name, token, {
    ...sessionCookie.options,
    maxAge: SESSION_SECONDS,
  });
  redirect(next);
}

function afterRecoveryCode(next: string): string {
  return href("/sign-ins/two-step", { after: "recovery-code", next });
}
