import { stringify } from "csv-stringify/sync";
import { describe, expect, test } from "vitest";
import { decode } from "#lib/imports/decode";
import { fileFacts } from "#lib/imports/file-facts";
import { type Row, readRows } from "#lib/imports/read-rows";
import { sniff } from "#lib/imports/sniff";
import { utf8Check } from "#lib/imports/utf8-check";
import { Refusal } from "#lib/refusal";

const rows = [
  ["Name", "Größe", "Notiz"],
  ["Jörg, M.; „so“\tund so", "€ 5", "eins\nzwei"],
  ['sagt "ja"', "", " "],
  ["=1+1", "ﬀ".normalize("NFKC"), "drei"],
];

const encodings: Record<string, (text: string) => Buffer> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with its mark": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16 LE with its mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 BE with its mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  "UTF-16 BE": (text) => Buffer.from(text, "utf16le").swap16(),
  "Windows-1252": (text) =>
    Buffer.from(
      text.replaceAll("€", "\x80").replaceAll("„", "\x84").replaceAll("“", "\x93"),
      "latin1",
    ),
};

describe.each(Object.keys(encodings))("%s", (encoding) => {
  test.each([",", ";", "\t"])(
    "separated by %j, with any line ends, reads as it was",
    async (delimiter) => {
      for (const end of ["\n", "\r\n", "\r"]) {
        const written = rows.map((cells) => cells.map((cell) => cell.replaceAll("\n", end)));
        const text = stringify(written, { delimiter, record_delimiter: end });
        const bytes = encodings[encoding]?.(text) ?? Buffer.alloc(0);
        for (const piece of [1, 7, bytes.length]) {
          expect((await read(bytes, piece)).map(({ cells }) => cells)).toEqual(rows);
        }
      }
    },
  );
});

test("an umlaut late in a file of Windows-1252 is enough to tell it from UTF-8", async () => {
  const bytes = Buffer.from(`Name,City\n${"Ann,Rome\n".repeat(50_000)}Jörg,Köln\n`, "latin1");
  expect((await read(bytes, 65_536)).at(-1)?.cells).toEqual(["Jörg", "Köln"]);
});

test("lines are counted as an editor counts them", async () => {
  const text = 'a,b\r\n1,"x\r\ny"\r\n\r\n3,4,5\n5\r6,7\r\n';
  expect((await read(Buffer.from(text), 3)).map(({ line }) => line)).toEqual([1, 2, 5, 6, 7]);
});

test("a first line that names the delimiter is believed and left out", async () => {
  const found = await read(Buffer.from("sep=;\r\na,b;c\r\n1;2\r\n"), 5);
  expect(found).toEqual([
    { line: 2, cells: ["a,b", "c"] },
    { line: 3, cells: ["1", "2"] },
  ]);
});

test("ragged and blank rows come as they are, or not at all", async () => {
  const found = await read(Buffer.from('a,b,c\n1\n\n,,\n1,2,3,4\nx "y" z,2,3\n'), 4);
  expect(found.map(({ cells }) => cells)).toEqual([
    ["a", "b", "c"],
    ["1"],
    ["1", "2", "3", "4"],
    ['x "y" z', "2", "3"],
  ]);
});

test("a quotation mark without an end is told with its line, after the rows before it", async () => {
  const found: Row[] = [];
  const reading = readInto(found, Buffer.from('a,b\n1,2\n"3,4\n5,6\n'), 100);
  await expect(reading).rejects.toMatchObject({
    code: "import_quote_open",
    facts: { count: 3 },
  });
  expect(found.map(({ cells }) => cells)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("a quotation mark without an end does not fill the memory", async () => {
  const bytes = Buffer.from(`a,b\n"${"x,y\n".repeat(1_000_000)}`);
  await expect(read(bytes, 65_536)).rejects.toMatchObject({ code: "import_quote_open" });
});

test.each([
  ["a zip or spreadsheet", Buffer.from("PK\x03\x04\x14\0people.csv"), "import_file_is_other"],
  ["a PDF", Buffer.from("%PDF-1.7 a,b"), "import_file_is_other"],
  ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "import_file_is_other"],
  [
    "a program",
    Buffer.from(`\x7fELF${"\x01\0\x02".repeat(100)}`, "latin1"),
    "import_file_is_other",
  ],
  ["nothing", Buffer.from("\uFEFF \n"), "import_file_empty"],
  ["a header only", Buffer.from("First name,E-mail\n"), "import_header_only"],
  ["501 columns", Buffer.from(`${"a,".repeat(500)}a\n1\n`), "import_too_many_columns"],
])("%s is refused, whatever its name", async (_what, bytes, code) => {
  await expect(fileFacts(bytes, true)).rejects.toThrow(Refusal);
  await expect(fileFacts(bytes, true)).rejects.toMatchObject({ code });
});

test("300 columns, names that repeat and names that are blank are read", async () => {
  const header = Array.from({ length: 300 }, (_, n) => (n % 3 === 0 ? "" : "Name"));
  const facts = await fileFacts(Buffer.from(`${header.join(";")}\n${"x;".repeat(299)}x\n`), true);
  expect(facts.header).toEqual(header);
  expect(facts.rows[0]?.cells).toHaveLength(300);
});

async function read(bytes: Buffer, piece: number): Promise<Row[]> {
  const found: Row[] = [];
  await readInto(found, bytes, piece);
  return found;
}

async function readInto(found: Row[], bytes: Buffer, piece: number): Promise<void> {
  const utf8 = utf8Check();
  for await (const part of pieces(bytes, piece)) utf8.look(part);
  const shape = sniff(bytes.subarray(0, 4096), utf8.end());
  if (shape.format !== "csv") throw new Error("It is no CSV.");
  for await (const batch of readRows(decode(pieces(bytes, piece), shape.encoding), shape)) {
    found.push(...batch);
  }
}

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
