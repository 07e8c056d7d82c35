import { expect, test } from "vitest";
import { comesTwice, readWallTime, wallTimeText } from "#lib/wall-time";

test.each([
  ["UTC", "2026-11-30T18:00", "2026-11-30T18:00:00.000Z"],
  ["Europe/London", "2026-11-30T18:00", "2026-11-30T18:00:00.000Z"],
  ["Europe/London", "2026-07-01T18:00", "2026-07-01T17:00:00.000Z"],
  ["America/New_York", "2026-11-30T18:00", "2026-11-30T23:00:00.000Z"],
  ["America/New_York", "2026-12-31T23:59", "2027-01-01T04:59:00.000Z"],
  ["Asia/Kathmandu", "2026-11-30T18:00", "2026-11-30T12:15:00.000Z"],
  ["Australia/Lord_Howe", "2026-07-01T00:00", "2026-06-30T13:30:00.000Z"],
  ["Australia/Lord_Howe", "2026-12-01T00:00", "2026-11-30T13:00:00.000Z"],
  ["Pacific/Kiritimati", "2028-02-29T12:00", "2028-02-28T22:00:00.000Z"],
])("a clock in %s that shows %s means %s", (timeZone, text, moment) => {
  expect(readWallTime(text, timeZone)).toEqual({ at: new Date(moment), comesTwice: false });
  expect(wallTimeText(new Date(moment), timeZone)).toBe(text);
  expect(comesTwice(new Date(moment), timeZone)).toBe(false);
});

test.each([
  ["Europe/London", "2027-03-28T01:00", "01:00", "02:00"],
  ["Europe/London", "2027-03-28T01:59", "01:00", "02:00"],
  ["America/New_York", "2027-03-14T02:30", "02:00", "03:00"],
  ["Australia/Lord_Howe", "2027-10-03T02:15", "02:00", "02:30"],
  ["America/Havana", "2027-03-14T00:30", "00:00", "01:00"],
])("in %s the clock jumps over %s: from %s to %s", (timeZone, text, before, after) => {
  expect(readWallTime(text, timeZone)).toEqual({ at: null, clock: { before, after } });
});

test.each([
  ["Europe/London", "2027-03-28T00:59"],
  ["Europe/London", "2027-03-28T02:00"],
  ["America/New_York", "2027-03-14T01:59"],
  ["America/New_York", "2027-03-14T03:00"],
  ["Australia/Lord_Howe", "2027-10-03T02:30"],
])("in %s the clock shows %s, beside a jump, once", (timeZone, text) => {
  expect(readWallTime(text, timeZone)).toMatchObject({ at: expect.any(Date), comesTwice: false });
});

test.each([
  ["Europe/London", "2027-10-31T01:30", "2027-10-31T00:30:00.000Z"],
  ["America/New_York", "2027-11-07T01:00", "2027-11-07T05:00:00.000Z"],
  ["Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45:00.000Z"],
])("in %s the clock shows %s twice, and the first is meant: %s", (timeZone, text, moment) => {
  const at = new Date(moment);
  expect(readWallTime(text, timeZone)).toEqual({ at, comesTwice: true });
  expect(comesTwice(at, timeZone)).toBe(true);
  const half = timeZone === "Australia/Lord_Howe" ? 30 : 60;
  expect(comesTwice(new Date(at.getTime() + half * 60_000), timeZone)).toBe(false);
});

test.each(["Asia/Kathmandu", "UTC", "Asia/Tokyo"])("in %s every hour comes once", (timeZone) => {
  for (let hour = 0; hour < 366 * 24; hour++) {
    const at = new Date(Date.UTC(2027, 0, 1, hour));
    expect(readWallTime(wallTimeText(at, timeZone), timeZone)).toEqual({ at, comesTwice: false });
  }
});
