import { expect, test } from "vitest";
import { href } from "#lib/hrefs";

test("an address carries what says something, and nothing else", () => {
  expect(href("/contacts", { q: "ada", assignee: "", after: undefined })).toBe("/contacts?q=ada");
  expect(href("/contacts", { q: "" })).toBe("/contacts");
});

test("a search with any character stays one parameter", () => {
  const search = "a&status=active#x?y=1/é %";
  const url = new URL(href("/admin/users", { q: search }), "http://127.0.0.1");
  expect([...url.searchParams]).toEqual([["q", search]]);
  expect(url.hash).toBe("");
});

test("a parameter of several values is repeated", () => {
  expect(href("/admin/users/inactivate", { user: ["1", "", "2"] })).toBe(
    "/admin/users/inactivate?user=1&user=2",
  );
});
