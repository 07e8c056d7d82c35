import { Secret, TOTP } from "otpauth";

// What every authenticator app understands: 160 bits, SHA-1, six digits, thirty seconds.
const SECRET_BYTES = 20;
const SHAPE = { algorithm: "SHA1", digits: 6, period: 30 };
export const PERIOD_MILLISECONDS = SHAPE.period * 1000;

/**
 * How many periods before and after the server's own a code may be of: two, for clocks a minute
 * apart. RFC 6238 (5.2, 6) advises one for delays; it is the throttle that keeps guessing hopeless.
 */
export const CODE_WINDOW = 2;

/** The name that an app shows; longer ones make a code that no camera reads. */
const ISSUER_LENGTH = 40;

/** A new secret, in base32 as apps take it. */
export function newAppSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that sets an app up: what the QR code holds. */
export function appAddress(base32: string, { accountName, email }: AppLabel): string {
  const name = [...accountName.replaceAll(":", " ")].slice(0, ISSUER_LENGTH).join("").trim();
  const secret = Secret.fromBase32(base32);
  const label = email.replaceAll(":", " ");
  return new TOTP({ ...SHAPE, secret, label, issuer: `Handover (${name})` }).toString();
}

type AppLabel = { accountName: string; email: string };

/** The period that this code is of, or null where it is of none that counts now. */
export function findPeriod(secret: Uint8Array, code: string, now = Date.now()): number | null {
  const found = TOTP.validate({
    ...SHAPE,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    token: code,
    timestamp: now,
    window: CODE_WINDOW,
  });
  return found === null ? null : TOTP.counter({ period: SHAPE.period, timestamp: now }) + found;
}

/** What an app with this secret shows in this period of thirty seconds. */
export function codeOfPeriod(secret: Uint8Array, period: number): string {
  const buffer = new Uint8Array(secret).buffer;
  const timestamp = period * PERIOD_MILLISECONDS;
  return TOTP.generate({ ...SHAPE, secret: new Secret({ buffer }), timestamp });
}

/** The bytes behind a secret in base32. */
export function appSecretBytes(base32: string): Uint8Array {
  return Secret.fromBase32(base32).bytes;
}
