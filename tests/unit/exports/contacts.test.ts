import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { contactCsv } from "#lib/exports/contact-csv";
import type { ExportedContact } from "#lib/exports/contact-formats";
import { contactVcard } from "#lib/exports/contact-vcard";
import { ben, sampleId } from "#tests/support/samples";

const zoe: ExportedContact = {
  id: sampleId(8),
  name: "Zoe Zhang",
  firstName: "Zoe",
  lastName: "Zhang",
  company: "Zhang & Sons; Ltd, York",
  jobTitle: 'Head of "Things"',
  email: "zoe@zhang.example",
  phone: "+44 20 7946 0000",
  mobile: "(0171) 555,77",
  street: "1 High Street\\2",
  city: "York, North",
  state: "",
  postalCode: "YO1 7HH",
  country: "United Kingdom",
  website: "https://zhang.example/a,b;c",
  notes: "First; line\nsecond, line\r\nthird \\n",
  assignee: ben.name,
};

const odd: Partial<ExportedContact>[] = [
  { firstName: "زينب", lastName: "الحسن", name: "زينب الحسن" },
  { firstName: "👩‍👩‍👧‍👦".repeat(20), name: "👩‍👩‍👧‍👦".repeat(20) },
  { notes: "ä".repeat(10_000) },
  { email: `${"long.".repeat(58)}name@alder.example` },
  { company: "" },
];

test.each([zoe, ...odd.map((change) => ({ ...zoe, ...change }))])(
  "a card is read again as it was written, by lines of at most 75 octets: %#",
  (contact) => {
    const text = contactVcard.lines([contact]);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const card = readCards(text)[0];
    expect(card?.getFirstPropertyValue("version")).toBe("3.0");
    expect(card?.getFirstPropertyValue("fn")).toBe(contact.name);
    expect(card?.getFirstPropertyValue("n")).toEqual([
      contact.lastName,
      contact.firstName,
      "",
      "",
      "",
    ]);
    expect(card?.getFirstPropertyValue("org") ?? "").toBe(contact.company);
    expect(card?.getFirstPropertyValue("title")).toBe(contact.jobTitle);
    expect(card?.getFirstPropertyValue("email")).toBe(contact.email);
    const phones = card?.getAllProperties("tel") ?? [];
    expect(phones.map((each) => [each.getParameter("type"), each.getFirstValue()])).toEqual([
      [["work", "voice"], contact.phone],
      [["cell", "voice"], contact.mobile],
    ]);
    expect(card?.getFirstPropertyValue("adr")).toEqual([
      "",
      "",
      contact.street,
      contact.city,
      contact.state,
      contact.postalCode,
      contact.country,
    ]);
    expect(card?.getFirstPropertyValue("url")).toBe(contact.website);
    expect(card?.getFirstPropertyValue("note")).toBe(contact.notes.replaceAll("\r\n", "\n"));
  },
);

test("what is not known takes no line, and a website that goes over two ends no card", () => {
  const bare = Object.fromEntries(Object.keys(zoe).map((key) => [key, ""])) as ExportedContact;
  const website = "zhang.example\r\nEND:VCARD\r\nBEGIN:VCARD";
  const text = contactVcard.lines([
    { ...bare, id: zoe.id, name: "Zhang", company: "Zhang", website },
    zoe,
  ]);
  expect(text.split("\r\n").slice(0, 8)).toEqual([
    "BEGIN:VCARD",
    "VERSION:3.0",
    `UID:urn:uuid:${zoe.id}`,
    "N:;;;;",
    "FN:Zhang",
    "ORG:Zhang",
    "URL:zhang.example END:VCARD BEGIN:VCARD",
    "END:VCARD",
  ]);
  expect(readCards(text)).toHaveLength(2);
});

test("no value begins a line of its own, wherever it stands", () => {
  const value = "x\r\nTEL:666\nEND:VCARD\rBEGIN:VCARD";
  const evil = Object.fromEntries(Object.keys(zoe).map((key) => [key, value]));
  const text = contactVcard.lines([{ ...zoe, ...evil, id: zoe.id }]);
  const lines = text.split(/\r\n|\r|\n/).filter((line) => /^(TEL:|BEGIN|END)/.test(line));
  expect(lines).toEqual(["BEGIN:VCARD", "END:VCARD"]);
});

test("a line of the CSV holds every field under its name, and no cell is taken for a formula", () => {
  const formulas = {
    firstName: '=HYPERLINK("http://x.example")',
    company: "@SUM(1)",
    city: "-2+3",
  };
  const text = contactCsv.head + contactCsv.lines([zoe, { ...zoe, ...formulas }]);
  expect(text.startsWith("\uFEFFFirst name,Last name,Company,Job title,E-mail,")).toBe(true);
  const [first, second] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  expect(first).toEqual({
    "First name": "Zoe",
    "Last name": "Zhang",
    Company: zoe.company,
    "Job title": zoe.jobTitle,
    "E-mail": zoe.email,
    Phone: "'+44 20 7946 0000",
    Mobile: zoe.mobile,
    Street: zoe.street,
    City: zoe.city,
    State: "",
    "Postal code": zoe.postalCode,
    Country: zoe.country,
    Website: zoe.website,
    Notes: zoe.notes,
    Assignee: ben.name,
  });
  expect(second).toMatchObject({
    "First name": `'${formulas.firstName}`,
    Company: "'@SUM(1)",
    City: "'-2+3",
  });
});

function readCards(text: string): ICAL.Component[] {
  const read = ICAL.parse(text) as unknown[];
  const cards = read[0] === "vcard" ? [read] : read;
  return cards.map((card) => new ICAL.Component(card as never[]));
}
