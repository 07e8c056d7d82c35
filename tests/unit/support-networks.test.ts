import { expect, test } from "vitest";
import { isSupportNetwork } from "#lib/support-networks";

test("without a list the console is open to every address", () => {
  for (const named of ["", " , "]) expect(isSupportNetwork("203.0.113.7", named)).toBe(true);
});

test("a list names networks and addresses of both kinds", () => {
  const named = "203.0.113.0/24, 2001:db8::/32 198.51.100.7";
  for (const inside of ["203.0.113.9", "2001:db8:1::1", "198.51.100.7", "::ffff:203.0.113.9"]) {
    expect([inside, isSupportNetwork(inside, named)]).toEqual([inside, true]);
  }
  for (const outside of ["203.0.114.9", "2001:db9::1", "198.51.100.8", "unknown", ""]) {
    expect([outside, isSupportNetwork(outside, named)]).toEqual([outside, false]);
  }
});

test.each([
  "office",
  "203.0.113.0/33",
  "203.0.113.0/",
  "203.0.113.0/24/8",
  "10.0.0",
  "::/129",
  "10.0.0.0/8.5",
])("a list that names %s is refused, whatever address asks", (named) => {
  expect(() => isSupportNetwork("127.0.0.1", named)).toThrow(/^SUPPORT_NETWORKS names "/);
});
