import { expect, test } from "vitest";
import type { EventKind } from "#lib/audit/events";
import { type KindGroup, kindGroupLabels, kindGroups, kindsIn } from "#lib/audit/kind-groups";

/** By kind, so that the type asks in which groups a new kind is looked for. */
const expected: Record<EventKind, KindGroup[]> = {
  "account.opened": ["account"],
  "audit.exported": ["account"],
  "user.added": ["users"],
  // Who looks for reassigned contacts finds the inactivations that gave them away.
  "user.inactivated": ["status", "contacts"],
  "user.reactivated": ["status"],
  "user.link_created": ["passwords"],
  "user.password_chosen": ["passwords"],
  "user.signed_in": ["sign-ins"],
  "user.signed_out": ["sign-ins"],
  "transfer.undone": ["contacts"],
  "history.added": ["history"],
};

test.each(Object.entries(expected))("%s is found under %s", (kind, groups) => {
  const found = kindGroups.filter((group) => kindsIn(group).some((each) => each === kind));
  expect(found.toSorted()).toEqual(groups.toSorted());
});

test("every choice of kind holds an event's kind, and has a name of its own", () => {
  expect(kindGroups.filter((group) => kindsIn(group).length === 0)).toEqual([]);
  expect(new Set(Object.values(kindGroupLabels)).size).toBe(kindGroups.length);
});
