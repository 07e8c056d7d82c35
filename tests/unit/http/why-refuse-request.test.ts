import type { IncomingHttpHeaders } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { whyRefuseRequest } from "#lib/http/why-refuse-request";

afterEach(() => vi.unstubAllEnvs());

const statusOf = (method: string, url: string, headers: IncomingHttpHeaders = {}) =>
  whyRefuseRequest({ method, url, headers: { host: "127.0.0.1:3000", ...headers } })?.status;

test.each(["/", "/admin/users?q=%ff", "/contacts?from=//here", "/%C3%A4", "/a.b_c~d"])(
  "%s is let in",
  (url) => expect(statusOf("GET", url)).toBeUndefined(),
);

test.each(["/%ff", "//evil.example", "/a//b", "/a\\b", "/a%00", "/?q=%00", "", "*", "http://a/"])(
  "the address %j is refused as unreadable",
  (url) => expect(statusOf("GET", url)).toBe(400),
);

test("an address of more than 4,096 characters is refused", () => {
  expect(statusOf("GET", `/${"a".repeat(32_768)}`)).toBe(414);
  expect(statusOf("GET", `/${"a".repeat(32_767)}`)).toBeUndefined();
});

test.each(["TRACE", "PUT", "DELETE", "OPTIONS", "PROPFIND"])("%s is refused", (method) => {
  expect(statusOf(method, "/")).toBe(405);
});

test("a form of our own page is let in", () => {
  expect(statusOf("POST", "/", { origin: "http://127.0.0.1:3000" })).toBeUndefined();
  expect(statusOf("POST", "/", { "sec-fetch-site": "same-origin" })).toBeUndefined();
});

test("behind a proxy that changes the host, the public address counts", () => {
  vi.stubEnv("HANDOVER_URL", "https://handover.example.com");
  expect(statusOf("POST", "/", { origin: "https://handover.example.com" })).toBeUndefined();
});

test.each([
  { origin: "http://evil.example" },
  { origin: "http://127.0.0.1:3001" },
  { origin: "null" },
  { origin: "rubbish" },
  { "sec-fetch-site": "cross-site" },
  { origin: "http://evil.example", "x-forwarded-host": "evil.example" },
])("a form with %j is refused", (headers) => {
  expect(statusOf("POST", "/", headers)).toBe(403);
});

test("every refusal says what to do or that nothing was changed", () => {
  for (const url of ["//", `/${"a".repeat(40_000)}`]) {
    const refused = whyRefuseRequest({ method: "GET", url, headers: {} });
    expect(refused?.sentence).toContain("Nothing was changed");
  }
});
