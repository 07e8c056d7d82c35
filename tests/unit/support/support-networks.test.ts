import { expect, test } from "vitest";
import { isSupportNetwork } from "#lib/support-networks";

const named = "203.0.113.0/24, 198.51.100.7\n2001:db8::/32 10.0.0.0/8";

test.each(["203.0.113.0", "203.0.113.255", "198.51.100.7", "10.255.0.1", "2001:db8::1"])(
  "the console is open to %s",
  (address) => expect(isSupportNetwork(address, named)).toBe(true),
);

test.each(["203.0.114.1", "198.51.100.8", "11.0.0.1", "2001:db9::1", "::1"])(
  "the console is closed to %s",
  (address) => expect(isSupportNetwork(address, named)).toBe(false),
);

test("an address is the same however a socket writes it", () => {
  expect(isSupportNetwork("::ffff:10.0.0.1", named)).toBe(true);
  expect(isSupportNetwork("::ffff:0a00:0001", named)).toBe(true);
  expect(isSupportNetwork("::ffff:11.0.0.1", named)).toBe(false);
  expect(isSupportNetwork("2001:0DB8:0:0::1", named)).toBe(true);
  expect(isSupportNetwork("10.0.0.1", "::ffff:10.0.0.1")).toBe(true);
});

test("a range of the other family lets nobody in", () => {
  expect(isSupportNetwork("10.0.0.1", "2001:db8::/32")).toBe(false);
  expect(isSupportNetwork("2001:db8::1", "0.0.0.0/0")).toBe(false);
});

test("where no network is named the console is open to all of them", () => {
  for (const nothing of ["", "  ", " , "])
    expect(isSupportNetwork("192.0.2.1", nothing)).toBe(true);
});

test.each(["", "unknown", "10.0.0", "10.0.0.1:80", "[2001:db8::1]"])(
  "where some are named, “%s” is no address and is let in nowhere",
  (address) => expect(isSupportNetwork(address, named)).toBe(false),
);

test.each(["office", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "2001:db8::/129", "10.0.0.0/x"])(
  "“%s” is no network: it throws rather than letting everybody or nobody in",
  (network) => expect(() => isSupportNetwork("10.0.0.1", network)).toThrow(/SUPPORT_NETWORKS/),
);

test("a slash without a size behind it is no network", () => {
  expect(() => isSupportNetwork("10.0.0.1", "10.0.0.0/")).toThrow(/which is no network/);
});
