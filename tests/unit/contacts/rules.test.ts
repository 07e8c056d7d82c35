import { expect, test } from "vitest";
import { type ContactDetails, contactFieldNames } from "#lib/contacts/contact-fields";
import { mergedDetails } from "#lib/contacts/merged-details";
import { mayReassign, restorableUntil, whyNotRestore } from "#lib/contacts/rules";
import { ada, ben, noon } from "#tests/support/samples";

const nothing = Object.fromEntries(contactFieldNames.map((field) => [field, ""])) as ContactDetails;

test("a deleted contact can be restored for 30 days, to the moment", () => {
  const until = restorableUntil(noon);
  expect(until.toISOString()).toBe("2026-12-12T12:00:00.000Z");
  expect(whyNotRestore(noon, until)).toBeNull();
  expect(whyNotRestore(noon, new Date(until.getTime() + 1))).toBe("restore_too_late");
  expect(whyNotRestore(null, noon)).toBe("contact_is_not_deleted");
});

test("a contact is given on by who has it and by admins", () => {
  expect(mayReassign({ userId: ben.id, role: "user" }, ben.id)).toBe(true);
  expect(mayReassign({ userId: ben.id, role: "user" }, ada.id)).toBe(false);
  expect(mayReassign({ userId: ben.id, role: "admin" }, ada.id)).toBe(true);
});

test("of two contacts the first's values stay, else the second's; notes of both, once", () => {
  const own = { ...nothing, city: "York", notes: "Old" };
  const other = { ...nothing, city: "Leeds", state: "Yorks", notes: "New" };
  expect(mergedDetails(own, other, {})).toEqual({
    ...nothing,
    city: "York",
    state: "Yorks",
    notes: "Old\n\nNew",
  });
  expect(mergedDetails(own, { ...other, notes: "Old" }, {}).notes).toBe("Old");
  expect(mergedDetails(own, other, { city: "other", state: "own", notes: "own" })).toEqual({
    ...nothing,
    city: "Leeds",
    notes: "Old",
  });
});
