"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { answerForm } from "#lib/action";
import { requireSupportNetwork } from "#lib/agent-session";
import type { FormState } from "#lib/form-state";
import { href } from "#lib/hrefs";
import { AGENT_CODE_SECONDS, AGENT_SET_UP_SECONDS } from "#lib/support/agent-ticket";
import { AFTER_AGENT_SIGN_IN, agentCodeSchema, signInAgentSchema } from "#lib/support/door-schema";
import { enterAgentCode } from "#lib/support/enter-agent-code";
import { setUpAgentSecondStep } from "#lib/support/set-up-agent-second-step";
import { signInAgent } from "#lib/support/sign-in-agent";
import {
  SUPPORT_SESSION_SECONDS,
  supportCodeCookie,
  supportCookie,
  supportSessionToken,
} from "#lib/support-auth";
import { getVisitor } from "#lib/visitor";

/** E-mail and password: from there to the code, or to setting up what makes codes. */
export async function signInAgentAction(_state: FormState, form: FormData): Promise<FormState> {
  await requireSupportNetwork();
  return answerForm(form, signInAgentSchema, "UTC", async (input) => {
    const { needs, ticket } = await signInAgent(input, await getVisitor());
    const maxAge = needs === "code" ? AGENT_CODE_SECONDS : AGENT_SET_UP_SECONDS;
    (await cookies()).set(supportCodeCookie.name, ticket, { ...supportCodeCookie.options, maxAge });
    const next = input.next === AFTER_AGENT_SIGN_IN ? undefined : input.next;
    redirect(href(`/support/sign-in/${needs}`, { next }));
  });
}

export async function enterAgentCodeAction(_state: FormState, form: FormData): Promise<FormState> {
  await requireSupportNetwork();
  return enterWith(form, enterAgentCode);
}

export async function setUpAgentSecondStepAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  await requireSupportNetwork();
  return enterWith(form, setUpAgentSecondStep);
}

/** The ticket and a code become a session, and lead into the console. */
function enterWith(form: FormData, useCase: typeof enterAgentCode): Promise<FormState> {
  return answerForm(form, agentCodeSchema, "UTC", async ({ code, next }) => {
    const jar = await cookies();
    const ticket = jar.get(supportCodeCookie.name)?.value ?? "";
    const sessionId = await useCase(ticket, code.code, await getVisitor());
    jar.delete({ name: supportCodeCookie.name, ...supportCodeCookie.options });
    jar.set(supportCookie.name, await supportSessionToken(sessionId), {
      ...supportCookie.options,
      maxAge: SUPPORT_SESSION_SECONDS,
    });
    redirect(next);
  });
}
