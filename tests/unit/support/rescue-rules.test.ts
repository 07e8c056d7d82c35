import { expect, test } from "vitest";
import { whyNotRescue, whyNotRescuer } from "#lib/support/rescue-rules";

test("an account is rescued where no other admin is active and nobody proposed it already", () => {
  expect(whyNotRescue({ openCase: null, activeAdmins: 0 })).toBeNull();
  expect(whyNotRescue({ openCase: null, activeAdmins: 1 })).toBe("case_somebody_there");
  expect(whyNotRescue({ openCase: 1042, activeAdmins: 0 })).toBe("rescue_proposed_already");
});

test("somebody is made an Owner who is active, is none yet and has signed in", () => {
  const fit = { status: "active", isOwner: false, lastSignInAt: new Date() };
  expect(whyNotRescuer(fit)).toBeNull();
  for (const change of [{ status: "inactive" }, { isOwner: true }, { lastSignInAt: null }]) {
    expect(whyNotRescuer({ ...fit, ...change })).toBe("rescue_successor_unfit");
  }
});
