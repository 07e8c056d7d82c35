import { expect, test } from "vitest";
import { readCard } from "#lib/imports/read-card";
import { contactReader } from "#lib/imports/read-contact";
import type { Row } from "#lib/imports/read-rows";
import { splitCards } from "#lib/imports/split-cards";

const million = 1_000_000;

test("an address of a million blanks is read in a moment", () => {
  const read = contactReader(["Name", "Street"], ["fullName", "street"]);
  const street = `1 High${" ".repeat(million)}Street \n\n Flat 2\n`;
  expect(read(["Ann", street])).toMatchObject({ contact: { street: "1 High Street, Flat 2" } });
  const card = readCard(
    card3(`N:Abel;Ann\nADR:;;1 High${" ".repeat(million)}Street\\nFlat 2;Rome`),
  );
  expect(card).toMatchObject({ contact: { street: "1 High Street, Flat 2", city: "Rome" } });
});

test("a card of an old telephone that is folded into very many lines is read in a moment", () => {
  const folded = (line: string) => card3(`N:Abel;Ann\n${line}`).replace("3.0", "2.1");
  const notes = { contact: { notes: "aä".repeat(3) } };
  expect(readCard(folded("NOTE:aä\n aä\n aä"))).toMatchObject(notes);
  const quoted = "NOTE;CHARSET=UTF-8;\n ENCODING=QUOTED-PRINTABLE:a=C3=A4=\na=C3=A4=\n  a=C3=A4";
  expect(readCard(folded(quoted))).toMatchObject(notes);
  const tooLong = { reason: "Notes can have at most 10000 characters." };
  expect(readCard(folded(`NOTE:a${"\n a".repeat(300_000)}`))).toEqual(tooLong);
  const open = `NOTE;ENCODING=QUOTED-PRINTABLE:a${"=\na".repeat(300_000)}`;
  expect(readCard(folded(open))).toEqual(tooLong);
});

test("a line or a card without an end is not kept, and what comes after it is read", async () => {
  const heap = process.memoryUsage().heapUsed;
  const rows = await split(function* () {
    yield "BEGIN:VCARD\nNOTE:";
    for (let n = 0; n < 60; n++) yield "x".repeat(million);
    yield "\nBEGIN:VCARD\n";
    for (let n = 0; n < 3; n++) yield "\n".repeat(million);
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(200 * million);
    yield "END:VCARD\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\n";
  });
  expect(rows.map(({ cells: [card = ""] }) => card.trim())).toEqual([
    "BEGIN:VCARD",
    "BEGIN:VCARD\nFN:Ann\nEND:VCARD",
  ]);
});

test("a picture of any size takes nothing from the rest of its card", async () => {
  const [row] = await split(function* () {
    yield "BEGIN:VCARD\nPHOTO;ENCODING=b:";
    for (let n = 0; n < 3; n++) yield `${"x".repeat(million)}\n `;
    yield "x\nTEL:+1 555 0100\nEND:VCARD\n";
  });
  expect(row?.cells).toEqual(["BEGIN:VCARD\nTEL:+1 555 0100\nEND:VCARD"]);
});

function card3(lines: string): string {
  return `BEGIN:VCARD\nVERSION:3.0\n${lines}\nEND:VCARD`;
}

async function split(texts: () => Generator<string>): Promise<Row[]> {
  async function* pieces() {
    yield* texts();
  }
  const rows: Row[] = [];
  for await (const some of splitCards(pieces())) rows.push(...some);
  return rows;
}
