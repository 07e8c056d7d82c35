import { expect, test } from "vitest";
import { UNDO_DAYS, whyNotUndo } from "#lib/transfers/rules";
import { noon } from "#tests/support/samples";

const days = (count: number) => new Date(noon.getTime() + count * 24 * 60 * 60 * 1000);
const transfer = { kind: "inactivation", at: noon, undoneAt: null } as const;

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
  expect(whyNotUndo(facts, { returned: 12 }, now)).toBe(why);
});

test("where nothing would come back it cannot be undone", () => {
  expect(whyNotUndo(transfer, { returned: 0 }, noon)).toBe("nothing_to_return");
  expect(whyNotUndo({ ...transfer, undoneAt: noon }, { returned: 0 }, noon)).toBe("already_undone");
});

test("a reassignment can be undone for 30 days", () => expect(UNDO_DAYS).toBe(30));
