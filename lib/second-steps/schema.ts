import { z } from "zod";
import { optional, requestId } from "#lib/input";
import { nextPath, typedPassword } from "#lib/sessions/schema";

/** What was typed as a code: six digits of an app, or one of the recovery codes. */
export type EnteredCode = { kind: "app" | "recovery"; code: string };

export const RECOVERY_CODE_LENGTH = 10;

/** As people type and paste codes: with blanks and dashes, in full width, in the digits of their script. */
const enteredCode = z
  .string({ error: "Enter a code." })
  .max(200, "A code has six digits, a recovery code ten letters and digits.")
  .transform(plainCode)
  .refine((code) => code !== "", "Enter a code.")
  .transform((code, context): EnteredCode => {
    if (/^[0-9]{6}$/.test(code)) return { kind: "app", code };
    const recovery = code.replaceAll("o", "0").replaceAll(/[il]/g, "1");
    if (/^[0-9a-hjkmnp-tv-z]+$/.test(recovery) && recovery.length === RECOVERY_CODE_LENGTH) {
      return { kind: "recovery", code: recovery };
    }
    context.addIssue("A code has six digits, a recovery code ten letters and digits.");
    return z.NEVER;
  });

/** The same where an app's alone does. */
export const appCode = enteredCode.refine(
  ({ kind }) => kind === "app",
  "Enter the six digits from the app.",
);

export const beginSecondStepSchema = z.object({ password: typedPassword });
export type BeginSecondStep = z.infer<typeof beginSecondStepSchema>;

export const enterCodeSchema = z.object({ code: enteredCode, next: nextPath });

export const turnOnSecondStepSchema = z.object({
  requestId,
  code: appCode,
  /** Of the app that counted so far, which this one takes over from. */
  currentCode: optional(enteredCode),
});
export type TurnOnSecondStep = z.infer<typeof turnOnSecondStepSchema>;

export const turnOffSecondStepSchema = z.object({
  requestId,
  password: typedPassword,
  code: enteredCode,
});
export type TurnOffSecondStep = z.infer<typeof turnOffSecondStepSchema>;

export const makeRecoveryCodesSchema = z.object({ requestId, password: typedPassword });
export type MakeRecoveryCodes = z.infer<typeof makeRecoveryCodesSchema>;

function plainCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .replaceAll(/[\s\p{Pd}\p{Cf}]/gu, "")
    .replaceAll(/\p{Nd}/gu, westernDigit)
    .toLowerCase();
}

/** Unicode has each script's ten digits in a row, from nought on. */
function westernDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let nought = at;
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--;
  return String((at - nought) % 10);
}
