import { z } from "zod";
import { emailAddress, id, line, requestId } from "#lib/input";
import { PASSWORD_MAX, PASSWORD_MIN } from "#lib/sessions/password-limits";
import { passwordLength } from "#lib/sessions/password-strength";

export const AFTER_SIGN_IN = "/contacts";

/**
 * Where a sign-in leads to: a page of ours, whatever the address of the form said. Printable ASCII,
 * as an encoded address is: a header takes nothing else, and the session would have begun by then.
 */
export const nextPath = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[!-[\]-~]*$/)
  .catch(AFTER_SIGN_IN);

/** A password that somebody has, as it was typed. */
export const typedPassword = z
  .string({ error: "Password is missing." })
  .min(1, "Password is missing.")
  .max(PASSWORD_MAX, `A password has at most ${PASSWORD_MAX} characters.`)
  .refine((value) => !value.includes("\0"), "Password has characters that cannot be kept.");

/** A new one, twice. What else is refused about it: `whyNotPassword`. */
const newPassword = {
  password: typedPassword.refine(
    (value) => passwordLength(value) >= PASSWORD_MIN,
    `Use at least ${PASSWORD_MIN} characters.`,
  ),
  again: z.string({ error: "Repeat the password." }).max(PASSWORD_MAX, "The two differ."),
};
const isSameTwice = ({ password, again }: { password: string; again: string }) =>
  password === again;
const differ = { path: ["again"], error: "The two passwords differ." };

// Refused in the same words as a wrong one: the form says nothing about what an address may be.
export const signInSchema = z.object({
  email: line("E-mail", 320).normalize("NFC"),
  password: typedPassword,
  next: nextPath,
});
export type SignIn = z.infer<typeof signInSchema>;

export const chooseAccountSchema = z.object({
  ticket: z.string({ error: "Sign in again." }).max(20_000, "Sign in again."),
  accountId: id,
  next: nextPath,
});
export type ChooseAccount = z.infer<typeof chooseAccountSchema>;

/** What a mailed link's page sends back. */
export const followLinkSchema = z.object({
  accountId: id,
  token: z.string({ error: "The link is incomplete." }).max(100, "The link is incomplete."),
});
export type FollowLink = z.infer<typeof followLinkSchema>;

export const choosePasswordSchema = followLinkSchema
  .extend(newPassword)
  .refine(isSameTwice, differ);
export type ChoosePassword = z.infer<typeof choosePasswordSchema>;

/** The same by one of support, who belongs to none. */
export const chooseAgentPasswordSchema = followLinkSchema
  .omit({ accountId: true })
  .extend(newPassword)
  .refine(isSameTwice, differ);
export type ChooseAgentPassword = z.infer<typeof chooseAgentPasswordSchema>;

export const answerEmailChangeSchema = followLinkSchema.extend({
  answer: z.enum(["yes", "no"], { error: "Choose an answer." }),
});
export type AnswerEmailChange = z.infer<typeof answerEmailChangeSchema>;

export const forgetPasswordSchema = z.object({ email: emailAddress });
export type ForgetPassword = z.infer<typeof forgetPasswordSchema>;

export const changePasswordSchema = z
  .object({ requestId, current: typedPassword, ...newPassword })
  .refine(isSameTwice, differ);
export type ChangePassword = z.infer<typeof changePasswordSchema>;

export const endSessionSchema = z.object({ requestId, sessionId: id });
export type EndSession = z.infer<typeof endSessionSchema>;

export const endOtherSessionsSchema = z.object({ requestId });
export type EndOtherSessions = z.infer<typeof endOtherSessionsSchema>;
