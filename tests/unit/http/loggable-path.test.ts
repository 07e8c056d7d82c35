import { expect, test } from "vitest";
import { loggablePath } from "#lib/http/loggable-path";

test("the log shows the path of a page", () => {
  expect(loggablePath("/admin/users")).toBe("/admin/users");
  expect(loggablePath("/")).toBe("/");
});

test("the log shows the id of a user", () => {
  const path = "/admin/users/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b/inactivate";
  expect(loggablePath(path)).toBe(path);
});

test("the log shows no query, because a search may be a person's name", () => {
  expect(loggablePath("/contacts?q=Ada+Lovelace")).toBe("/contacts");
  expect(loggablePath("/contacts#token")).toBe("/contacts");
});

test("the log hides the token of a link to choose a password", () => {
  expect(loggablePath("/choose-password/abc")).toBe("/choose-password/[hidden]");
  expect(loggablePath("/choose-password/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b/secret")).toBe(
    "/choose-password/[hidden]/[hidden]",
  );
});

test("the log hides the token of a link to confirm another card", () => {
  expect(loggablePath("/confirm-card/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b/secret")).toBe(
    "/confirm-card/[hidden]/[hidden]",
  );
});

test.each(["answer-owner-request", "confirm-owner-request"])(
  "the log hides the token of a link to %s",
  (name) => {
    const id = "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";
    expect(loggablePath(`/${name}/${id}/${id}.secret`)).toBe(`/${name}/[hidden]/[hidden]`);
  },
);

test("the log hides whatever looks like a token or an address, wherever it stands", () => {
  const token = "x".repeat(43);
  expect(loggablePath(`/somewhere/${token}`)).toBe("/somewhere/[hidden]");
  expect(loggablePath("/users/ada@alder.example")).toBe("/users/[hidden]");
  expect(loggablePath("/users/ada%40alder.example")).toBe("/users/[hidden]");
});

test("a line break in an address does not forge a second line", () => {
  expect(loggablePath('/a\n{"level":"error"}')).toBe("/[hidden]");
});

test("a path of a thousand parts does not fill the log", () => {
  expect(loggablePath("/a".repeat(1000)).length).toBeLessThan(30);
});
