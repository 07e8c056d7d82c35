import { expect, test } from "vitest";
import { exportFileName } from "#lib/exports/file-name";

const lateEvening = new Date("2026-11-24T23:42:07Z");

test.each([
  ["Alder Realty", "UTC", "account-log-alder-realty-2026-11-24.csv"],
  ["Alder Realty", "Europe/Berlin", "account-log-alder-realty-2026-11-25.csv"],
  ["Müller & Søns, Łódź", "UTC", "account-log-muller-s-ns-odz-2026-11-24.csv"],
  ['../../etc"; rm -rf /\r\n', "UTC", "account-log-etc-rm-rf-2026-11-24.csv"],
  ["王芳", "UTC", "account-log-2026-11-24.csv"],
  ["x".repeat(300), "UTC", `account-log-${"x".repeat(60)}-2026-11-24.csv`],
])("the log of %j, exported in %s, is the file %s", (accountName, timeZone, name) => {
  expect(exportFileName("account-log", { accountName, timeZone }, lateEvening, "csv")).toBe(name);
});

test("the name says what it is and its ending the format", () => {
  const account = { accountName: "Solo", timeZone: "UTC" };
  expect(exportFileName("contacts", account, lateEvening, "vcf")).toBe(
    "contacts-solo-2026-11-24.vcf",
  );
});
