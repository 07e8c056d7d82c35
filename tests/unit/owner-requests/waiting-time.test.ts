import { afterEach, expect, test, vi } from "vitest";
import { waitingHours, waitsUntil } from "#lib/owner-requests/waiting-time";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

test("Owners have a day to object, unless the server is configured otherwise", () => {
  vi.stubEnv("OWNER_REQUEST_HOURS", undefined);
  expect(waitingHours()).toBe(24);
  vi.stubEnv("OWNER_REQUEST_HOURS", "");
  expect(waitingHours()).toBe(24);
  vi.stubEnv("OWNER_REQUEST_HOURS", "0.5");
  expect(waitingHours()).toBe(0.5);
  vi.stubEnv("OWNER_REQUEST_HOURS", "0");
  expect(waitingHours()).toBe(0);
});

test("a case that begins now waits from now on", () => {
  vi.useFakeTimers({ now: new Date("2026-11-12T12:00:00.000Z") });
  vi.stubEnv("OWNER_REQUEST_HOURS", "48");
  expect(waitsUntil()).toEqual(new Date("2026-11-14T12:00:00.000Z"));
});

test.each(["a day", "-1", "337", "Infinity", "NaN"])("“%s” is no waiting time", (hours) => {
  vi.stubEnv("OWNER_REQUEST_HOURS", hours);
  expect(() => waitingHours()).toThrow(`"${hours}"`);
});
