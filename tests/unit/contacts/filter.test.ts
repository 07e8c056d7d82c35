import { expect, test } from "vitest";
import { contactFilterOf, contactTableHref } from "#lib/contacts/filter";
import { sampleId } from "#tests/support/samples";

const bare = { search: "", who: "", sort: "name", direction: "asc" };

test("an address without anything shows everything by name", () => {
  expect(contactFilterOf({})).toEqual(bare);
  expect(contactTableHref(contactFilterOf({}))).toBe("/contacts");
});

test("an address comes back as it was", () => {
  const address =
    `/contacts?q=ann&assignee=${sampleId(2)}&book=own&sort=activity&dir=desc` +
    "&cols=company%2Cphone&density=compact&after=x";
  const parameters = Object.fromEntries(new URL(address, "http://x.example").searchParams);
  expect(contactTableHref(contactFilterOf(parameters))).toBe(address);
});

test("columns stand in the table's order, each once, and none at all is a choice too", () => {
  expect(contactFilterOf({ cols: "phone,company,phone,nonsense" }).columns).toEqual([
    "company",
    "phone",
  ]);
  expect(contactFilterOf({ cols: "none" }).columns).toEqual([]);
  expect(contactTableHref({ columns: [] })).toBe("/contacts?cols=none");
});

test.each([
  ["assignee", { assignee: "1; drop table users" }],
  ["assignee", { assignee: ["", sampleId(2)] }],
  ["book", { book: "mine" }],
  ["sort", { sort: "password" }],
  ["direction", { dir: "sideways" }],
  ["density", { density: "none" }],
  ["cursor", { after: "x".repeat(4_001) }],
  ["search", { q: { $ne: 1 } }],
])("a forged %s falls back", (_name, parameters) => {
  expect(contactFilterOf(parameters)).toEqual(bare);
});
