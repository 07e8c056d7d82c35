import { expect } from "vitest";
import { Refusal, type RefusalCode, type RefusalFacts } from "#lib/refusal";
import { fingerprint } from "#tests/support/attempt";

/** Expects a use case to refuse with this code, and that no row of any table has changed. */
export async function expectRefusal(
  work: () => Promise<unknown>,
  code: RefusalCode,
  facts: RefusalFacts = {},
): Promise<void> {
  const before = await fingerprint();
  const outcome = await work().then(
    () => "was not refused",
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Refusal);
  expect(outcome).toMatchObject({ code, facts });
  expect(await fingerprint()).toEqual(before);
}
