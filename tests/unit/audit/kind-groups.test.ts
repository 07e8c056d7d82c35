import { expect, test } from "vitest";
import type { EventKind } from "#lib/audit/events";
import { type KindGroup, kindGroupLabels, kindGroups, kindsIn } from "#lib/audit/kind-groups";

test.each<[string, EventKind, KindGroup[]]>([
  ["an inactivation, also by who looks for contacts", "user.inactivated", ["status", "contacts"]],
  ["an undone reassignment", "transfer.undone", ["contacts"]],
  ["a new Account Owner", "owner.made", ["owners"]],
  ["a sign-in", "user.signed_in", ["sign-ins"]],
])("%s is found under its group", (_sentence, kind, groups) => {
  const found = kindGroups.filter((group) => kindsIn(group).includes(kind));
  expect(found.toSorted()).toEqual(groups.toSorted());
});

test("every choice of kind holds an event's kind, and has a name of its own", () => {
  expect(kindGroups.filter((group) => kindsIn(group).length === 0)).toEqual([]);
  expect(new Set(Object.values(kindGroupLabels)).size).toBe(kindGroups.length);
});
