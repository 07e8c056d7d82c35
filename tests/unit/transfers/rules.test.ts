import { expect, test } from "vitest";
import { UNDO_DAYS, whyNotReassign, whyNotUndo } from "#lib/transfers/rules";
import { ada, ben, cleo, noon } from "#tests/support/samples";

const days = (count: number) => new Date(noon.getTime() + count * 24 * 60 * 60 * 1000);
const transfer = {
  kind: "inactivation",
  at: noon,
  undoneAt: null,
  byUserId: ada.id,
  fromUserId: ben.id,
} as const;
const admin = { userId: ada.id, role: "admin" } as const;
const user = { userId: ben.id, role: "user" } as const;

test.each([
  ["a reassignment can be undone at once", transfer, noon, null],
  ["it can be undone until the thirtieth day is over", transfer, days(UNDO_DAYS), null],
  ["a moment later it cannot", transfer, new Date(days(UNDO_DAYS).getTime() + 1), "undo_too_late"],
  ["it can be undone once", { ...transfer, undoneAt: days(1) }, days(2), "already_undone"],
  [
    "undone long ago is undone, not too late",
    { ...transfer, undoneAt: noon },
    days(90),
    "already_undone",
  ],
  ["an undo cannot be undone", { ...transfer, kind: "undo" }, noon, "undo_of_undo"],
  ["a clock that is behind takes nothing away", transfer, days(-1), null],
] as const)("%s", (_sentence, facts, now, why) => {
  expect(whyNotUndo(admin, facts, { returned: 12 }, now)).toBe(why);
});

test("where nothing would come back it cannot be undone", () => {
  expect(whyNotUndo(admin, transfer, { returned: 0 }, noon)).toBe("nothing_to_return");
  expect(whyNotUndo(admin, { ...transfer, undoneAt: noon }, { returned: 0 }, noon)).toBe(
    "already_undone",
  );
});

test("a reassignment can be undone for 30 days", () => expect(UNDO_DAYS).toBe(30));

test("a plain user undoes what they gave away of their own, and nothing else", () => {
  const own = { ...transfer, kind: "reassignment", byUserId: ben.id } as const;
  const returned = { returned: 12 };
  expect(whyNotUndo(user, own, returned, noon)).toBeNull();
  expect(whyNotUndo(user, transfer, returned, noon)).toBe("not_admin");
  expect(whyNotUndo(user, { ...own, fromUserId: cleo.id }, returned, noon)).toBe("not_admin");
  expect(whyNotUndo(user, { ...own, fromUserId: null }, returned, noon)).toBe("not_admin");
});

test.each([
  ["an admin reassigns anybody's contacts", admin, [3, 0], 3, null],
  ["a plain user their own", user, [3, 0], 3, null],
  ["and nobody else's", user, [3, 1], 4, "contacts_not_yours"],
  ["there must be a contact", admin, [0, 0], 0, "nothing_selected"],
  ["and one that changes hands", admin, [3, 0], 0, "nothing_moves"],
  ["of which how many is not always known", admin, [3, 0], undefined, null],
] as const)("%s", (_sentence, actor, [own, others], moving, why) => {
  const holders = [
    { id: ben.id, contacts: own },
    ...(others > 0 ? [{ id: cleo.id, contacts: others }] : []),
  ];
  expect(whyNotReassign(actor, holders, moving)).toBe(why);
});
