import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { ListedEvent } from "#lib/audit/list-events";
import { csv } from "#lib/exports/csv";
import { ada, ben, inactivationData, sampleEvent, sampleId } from "#tests/support/samples";

const signedOut: ListedEvent = {
  ...sampleEvent("user.signed_out", {}),
  actorKind: "member",
};

const cellsOf = (change: Partial<ListedEvent>) => {
  const text = csv.head + csv.lines([{ ...signedOut, ...change }], "America/New_York");
  const [row] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return { text, cells: row ?? {} };
};

test("the first line names the columns, after the mark by which a spreadsheet knows UTF-8", () => {
  expect(csv.head).toBe(
    "\uFEFFtime_utc,time_local,time_zone,kind,by_kind,by_name,by_id,about_name,about_id,sentence,details,event_id\r\n",
  );
});

test("an event is one row, with its time in both zones, the sentence and all details", () => {
  const data = inactivationData();
  const { cells } = cellsOf({ kind: "user.inactivated", data });
  expect(cells).toEqual({
    time_utc: "2026-11-12T12:00:00.000Z",
    time_local: "2026-11-12 07:00:00",
    time_zone: "America/New_York",
    kind: "user.inactivated",
    by_kind: "member",
    by_name: ada.name,
    by_id: ada.id,
    about_name: ben.name,
    about_id: ben.id,
    sentence:
      "Ada Archer made Ben Baker inactive: 2 sign-ins ended, 12 contacts given to Cleo Carter.",
    details: JSON.stringify(data),
    event_id: sampleId(50),
  });
});

test("what nobody did, or did to nobody, leaves its cells empty", () => {
  const { cells } = cellsOf({ actorKind: "system", actorId: null, userId: null, userName: null });
  expect(cells).toMatchObject({ by_kind: "system", by_id: "", about_name: "", about_id: "" });
});

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 5550100", "'+49 30 5550100"],
  ["-Smith", "'-Smith"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ['=HYPERLINK("http://evil.example","x")', '\'=HYPERLINK("http://evil.example","x")'],
  ["＝1+1", "'＝1+1"],
  ["-1", "'-1"],
])("a name like %j is no formula in a spreadsheet", (name, shown) => {
  const { cells, text } = cellsOf({ actorName: name, userName: name });
  expect(cells).toMatchObject({ by_name: shown, about_name: shown });
  expect(cells.sentence?.startsWith("'")).toBe(true);
  expect(text).not.toMatch(/(^|,|\n)"?[=+\-@\t\r](?!\n)/);
});

test.each([
  ["a comma", "Baker, Ben"],
  ["a quote", 'Ben "Benny" Baker'],
  ["a line", "Ben\nBaker"],
  ["a line of Windows", "Ben\r\nBaker"],
  ["a carriage return", "Ben\rBaker"],
  ["blanks around it", " Ben "],
  ["an emoji and another script", "王芳 🦊"],
  ["a semicolon", "Ben;=1"],
  ["a quote at its end", 'Ben"'],
])("a name with %s comes out as it went in", (_what, name) => {
  const { text, cells } = cellsOf({ userName: name });
  expect(cells.about_name).toBe(name);
  expect(text.endsWith(`,${sampleId(50)}\r\n`)).toBe(true);
});
