import { z } from "zod";
import { line } from "#lib/input";
import { appCode } from "#lib/second-steps/schema";
import { typedPassword } from "#lib/sessions/schema";

export const AFTER_AGENT_SIGN_IN = "/support/cases";

/**
 * Where an agent's sign-in leads to: a page of the console and nothing outside it, whatever the
 * address of the form said. Read as a browser reads it, so that no "/.." leads out.
 */
export const consolePath = z
  .string()
  .max(2000)
  .regex(/^\/[!-[\]-~]*$/)
  .transform((path, context) => {
    const url = URL.parse(path, "http://handover");
    if (url?.host === "handover" && isOfConsole(url.pathname)) return url.pathname + url.search;
    context.addIssue("Not in the console.");
    return z.NEVER;
  })
  .catch(AFTER_AGENT_SIGN_IN);

function isOfConsole(path: string): boolean {
  return path.startsWith("/support/") && !/^\/support\/(sign-in|choose-password)(\/|$)/.test(path);
}

// Refused in the same words as a wrong one: the form says nothing about what an address may be.
export const signInAgentSchema = z.object({
  email: line("E-mail", 320).normalize("NFC"),
  password: typedPassword,
  next: consolePath,
});
export type SignInAgent = z.infer<typeof signInAgentSchema>;

/** The code at the door, and the first one of a new app. */
export const agentCodeSchema = z.object({ code: appCode, next: consolePath });
