import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openSecret, sealSecret } from "#lib/second-steps/sealed-secret";
import { sampleId } from "#tests/support/samples";

const whose = { accountId: sampleId(1), userId: sampleId(2) };
const bytes = randomBytes(20);

beforeAll(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough"));
afterAll(() => vi.unstubAllEnvs());

test("what was sealed is opened again, and never looks alike", () => {
  const sealed = sealSecret(bytes, whose);
  expect(Buffer.from(openSecret(sealed, whose))).toEqual(bytes);
  expect(sealSecret(bytes, whose)).not.toBe(sealed);
  expect(Buffer.from(sealed, "base64url").includes(bytes)).toBe(false);
});

test("another user, or the same one of another account, cannot open it", () => {
  const sealed = sealSecret(bytes, whose);
  expect(() => openSecret(sealed, { ...whose, userId: sampleId(3) })).toThrow();
  expect(() => openSecret(sealed, { ...whose, accountId: sampleId(3) })).toThrow();
});

test("a single changed bit, a missing end and no text at all are noticed", () => {
  const sealed = Buffer.from(sealSecret(bytes, whose), "base64url");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => openSecret(changed.toString("base64url"), whose)).toThrow();
  }
  expect(() => openSecret(sealed.subarray(0, -1).toString("base64url"), whose)).toThrow();
  expect(() => openSecret("", whose)).toThrow();
});

test("a server with another secret cannot open it", () => {
  const sealed = sealSecret(bytes, whose);
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of the tests, long enough");
  expect(() => openSecret(sealed, whose)).toThrow();
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough");
});
