import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Member } from "#lib/actor";
import { newAppSecret } from "#lib/second-steps/app-code";
import { recoveryCodesOf } from "#lib/second-steps/recovery-codes";
import { makeSetUpTicket } from "#lib/second-steps/set-up-ticket";
import { turnOnSecondStep } from "#lib/second-steps/turn-on-second-step";

/** What an app with this secret shows so many periods of thirty seconds from now. */
export function appCode(secret: string, periods = 0): string {
  const timestamp = Date.now() + periods * 30_000;
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
}

/** The codes that count one after the other without waiting: a clock behind, on time, then ahead. */
export function appCodes(secret: string): () => string {
  let periods = -1;
  const start = Date.now();
  return () => {
    const timestamp = start + periods * 30_000;
    periods += 1;
    return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
  };
}

export const asApp = (code: string) => ({ kind: "app" as const, code });
export const asRecovery = (code: string) => ({ kind: "recovery" as const, code });

/** Turns on this person's two-step sign-in; `nextCode` gives codes that were not used yet. */
export async function turnOn(actor: Member) {
  const secret = newAppSecret();
  const nextCode = appCodes(secret);
  const ticket = await makeSetUpTicket(actor, secret);
  const usedCode = nextCode();
  const input = { requestId: randomUUID(), code: asApp(usedCode) };
  const event = await turnOnSecondStep(actor, input, ticket);
  return { secret, usedCode, nextCode, recoveryCodes: recoveryCodesOf(event.data.codesId) };
}
