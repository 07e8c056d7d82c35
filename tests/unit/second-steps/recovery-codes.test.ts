import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  recoveryCodeHash,
  recoveryCodesOf,
  recoveryCodeText,
} from "#lib/second-steps/recovery-codes";
import { enterCodeSchema } from "#lib/second-steps/schema";
import { sampleId } from "#tests/support/samples";

beforeAll(() => vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough"));
afterAll(() => vi.unstubAllEnvs());

test("a set has ten codes, all different, and is always the same", () => {
  const codes = recoveryCodesOf(sampleId(1));
  expect(new Set(codes).size).toBe(10);
  expect(recoveryCodesOf(sampleId(1))).toEqual(codes);
  expect(recoveryCodesOf(sampleId(2)).filter((code) => codes.includes(code))).toEqual([]);
});

test("what is shown is what the sign-in takes, and no code is like one of an app", () => {
  for (let set = 0; set < 200; set++) {
    for (const code of recoveryCodesOf(sampleId(set))) {
      expect(recoveryCodeText(code)).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
      expect(enterCodeSchema.parse({ code: recoveryCodeText(code) }).code).toEqual({
        kind: "recovery",
        code,
      });
    }
  }
});

test("the same code has another hash for everybody", () => {
  const [one, two, three] = [sampleId(1), sampleId(2), sampleId(3)];
  const hashes = [
    recoveryCodeHash({ accountId: one, userId: two }, "0123456789"),
    recoveryCodeHash({ accountId: one, userId: three }, "0123456789"),
    recoveryCodeHash({ accountId: three, userId: two }, "0123456789"),
  ];
  expect(new Set(hashes).size).toBe(3);
});
