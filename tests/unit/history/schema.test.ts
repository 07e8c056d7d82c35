import { expect, test } from "vitest";
import { addHistoryEntrySchema } from "#lib/history/schema";
import { undoTransferSchema } from "#lib/transfers/schema";
import { badText, requestId, sampleId } from "#tests/support/samples";

const entry = { requestId, contactId: sampleId(8), kind: "call", body: "Rang about the lease." };

test.each(["note", "call", "email", "meeting"])("a %s can be noted", (kind) => {
  expect(addHistoryEntrySchema.parse({ ...entry, kind })).toEqual({ ...entry, kind });
});

test.each(["reassigned", "", undefined, ["note", "call"]])("nobody can note a %j", (kind) => {
  const { error } = addHistoryEntrySchema.safeParse({ ...entry, kind });
  expect(error?.issues).toMatchObject([{ path: ["kind"], message: "Choose what it was." }]);
});

test.each(["", "  \n "])("an entry that says nothing is refused: %j", (body) => {
  const { error } = addHistoryEntrySchema.safeParse({ ...entry, body });
  expect(error?.issues[0]?.message).toBe("Write what happened.");
});

test.each(badText)("an entry with %s is refused", (_what, body) => {
  expect(addHistoryEntrySchema.safeParse({ ...entry, body }).success).toBe(false);
});

test("an author or a time that is sent along counts for nothing", () => {
  const forged = { ...entry, authorId: sampleId(1), at: "2020-01-01" };
  expect(addHistoryEntrySchema.parse(forged)).toEqual(entry);
});

test("undoing names one reassignment, once", () => {
  const undo = { requestId, transferId: sampleId(60) };
  expect(undoTransferSchema.parse(undo)).toEqual(undo);
  expect(undoTransferSchema.safeParse({ ...undo, transferId: "all" }).success).toBe(false);
  expect(undoTransferSchema.safeParse({ transferId: sampleId(60) }).success).toBe(false);
});
