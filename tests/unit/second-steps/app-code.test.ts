import { Secret, TOTP, URI } from "otpauth";
import { expect, test } from "vitest";
import { appAddress, appSecretBytes, findPeriod, newAppSecret } from "#lib/second-steps/app-code";
import { noon } from "#tests/support/samples";

// RFC 6238, appendix B: the key of its SHA-1 vectors, and the last six digits of each.
const rfcKey = new TextEncoder().encode("12345678901234567890");

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
])("at %i seconds the code of RFC 6238 counts: %s", (seconds, code) => {
  expect(findPeriod(rfcKey, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

const secret = newAppSecret();
const bytes = appSecretBytes(secret);
const now = noon.getTime();
const period = now / 30_000;
const codeAt = (timestamp: number) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });

test.each([0, 30, -30, 60, -60])("with clocks %i seconds apart the code counts", (seconds) => {
  expect(findPeriod(bytes, codeAt(now + seconds * 1000), now)).toBe(period + seconds / 30);
});

test.each([90, -90, 3600])("with clocks %i seconds apart it does not", (seconds) => {
  expect(findPeriod(bytes, codeAt(now + seconds * 1000), now)).toBeNull();
});

test("another secret's code, and what is no code, do not count", () => {
  const other = TOTP.generate({ secret: new Secret({ size: 20 }), timestamp: now });
  for (const code of [other, "", "12345", "1234567", "abcdef"]) {
    expect(findPeriod(bytes, code, now)).toBeNull();
  }
});

test("a secret has 160 bits, and no two are alike", () => {
  expect(bytes).toHaveLength(20);
  expect(newAppSecret()).not.toBe(secret);
});

test("an app reads the address as it was meant", () => {
  const address = appAddress(secret, { accountName: "Alder: Realty", email: "ada@alder.example" });
  const read = URI.parse(address);
  expect(read).toBeInstanceOf(TOTP);
  expect(read).toMatchObject({
    issuer: "Handover (Alder  Realty)",
    label: "ada@alder.example",
    algorithm: "SHA1",
    digits: 6,
    period: 30,
  });
  expect(read.secret.base32).toBe(secret);
});

test("an account's long name is cut, between whole characters", () => {
  const address = appAddress(secret, { accountName: "👩‍🚀".repeat(80), email: "a@b.example" });
  expect(() => decodeURIComponent(address)).not.toThrow();
  expect(address.length).toBeLessThan(1500);
});
