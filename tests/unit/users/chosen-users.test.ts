import { expect, test } from "vitest";
import { chosenUsersSchema } from "#lib/users/chosen-users";
import { sampleId } from "#tests/support/samples";

const chosen = (user?: unknown) => chosenUsersSchema.parse({ user }).user;

test("the address names nobody, one, or several, each once", () => {
  expect(chosenUsersSchema.parse({})).toEqual({ user: [], colleague: "" });
  expect(chosen(sampleId(1))).toEqual([sampleId(1)]);
  expect(chosen([sampleId(1), sampleId(2), sampleId(1)])).toEqual([sampleId(1), sampleId(2)]);
});

test.each(["x", "", 7, null, { id: 1 }, ["x", "1 or 1=1"]])("%j names nobody", (user) => {
  expect(chosen(user)).toEqual([]);
});
