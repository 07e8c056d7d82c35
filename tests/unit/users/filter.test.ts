import { expect, test } from "vitest";
import { contactFilterSchema } from "#lib/contacts/filter";
import { userFilterSchema, userSorts } from "#lib/users/filter";
import { sampleId } from "#tests/support/samples";

const plain = { status: "all", search: "", sort: "name", direction: "asc" };

test("the bare address shows everybody, by name", () => {
  expect(userFilterSchema.parse({})).toEqual(plain);
});

test("an address that says more is followed", () => {
  const filter = {
    status: "inactive",
    search: "ada",
    sort: "email",
    direction: "desc",
    cursor: "x",
  };
  expect(userFilterSchema.parse(filter)).toEqual(filter);
  for (const sort of userSorts) expect(userFilterSchema.parse({ sort }).sort).toBe(sort);
});

test.each([
  ["words that mean nothing", { status: "gone", sort: "contacts; drop", direction: "up" }],
  ["capitals", { status: "ACTIVE", sort: "Name", direction: "DESC" }],
  ["numbers", { status: 1, search: 2, sort: 3, direction: 4, cursor: 5 }],
  ["null", { status: null, search: null, sort: null, direction: null, cursor: null }],
  ["objects", { status: {}, search: {}, sort: {}, direction: {}, cursor: {} }],
  ["empty lists", { status: [], search: [], sort: [], direction: [], cursor: [] }],
  ["a cursor of 4,001 characters", { cursor: "x".repeat(4001) }],
])("an address with %s shows everybody, by name", (_what, address) => {
  expect(userFilterSchema.parse(address)).toEqual(plain);
});

test("of a parameter that comes twice the first counts", () => {
  const filter = userFilterSchema.parse({ status: ["inactive", "active"], search: ["a", "b"] });
  expect(filter).toMatchObject({ status: "inactive", search: "a" });
});

test("a search is trimmed, cut at 200 characters and free of control characters", () => {
  const searchFor = (search: string) => userFilterSchema.parse({ search }).search;
  expect(searchFor("  ada\0\u0007 b ")).toBe("ada   b");
  expect(searchFor("x".repeat(10_000))).toBe("x".repeat(200));
  expect(searchFor("%_\\'; --")).toBe("%_\\'; --");
});

test("contacts are filtered by one assignee, or by all who are inactive", () => {
  const assigneeIn = (assignee: unknown) => contactFilterSchema.parse({ assignee }).assignee;
  expect(assigneeIn(sampleId(1))).toBe(sampleId(1));
  expect(assigneeIn("inactive")).toBe("inactive");
  expect(assigneeIn([sampleId(1), "inactive"])).toBe(sampleId(1));
});

test.each(["", "active", "me", 7, null, {}, []])(
  "%j is no assignee: all contacts show",
  (assignee) => {
    expect(contactFilterSchema.parse({ assignee, search: null, cursor: 1 })).toEqual({
      ...{ search: "", who: "", sort: "name", direction: "asc" },
    });
  },
);
