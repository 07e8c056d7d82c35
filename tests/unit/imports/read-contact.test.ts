import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import {
  type ContactDetails,
  contactFieldNames,
  contactFields,
} from "#lib/contacts/contact-fields";
import { contactDetails } from "#lib/contacts/schema";
import type { Mapping } from "#lib/imports/fields";
import { guessMapping } from "#lib/imports/guess-mapping";
import { readCard } from "#lib/imports/read-card";
import { checkedContact, contactReader } from "#lib/imports/read-contact";
import { badText } from "#tests/support/samples";

function read(cells: Record<string, string>, mapping?: Mapping) {
  const header = Object.keys(cells);
  return contactReader(header, mapping ?? guessMapping(header, []))(Object.values(cells));
}

test.each([
  ["Ada Lovelace", "Ada", "Lovelace"],
  ["Lovelace, Ada", "Ada", "Lovelace"],
  ["Juan Carlos de Borbón", "Juan Carlos de", "Borbón"],
  ["Madonna", "Madonna", ""],
])("the full name %s becomes a first and a last one", (name, firstName, lastName) => {
  expect(read({ Name: name })).toMatchObject({ contact: { firstName, lastName } });
});

test("of two columns for one field the first that is filled counts", () => {
  const cells = { "E-mail 1": "", "E-mail 2": "b@x.example", Email: "c@x.example" };
  expect(read(cells)).toMatchObject({ contact: { email: "b@x.example" } });
});

test("a number that its own column calls mobile is one", () => {
  const cells = {
    Name: "Ada",
    "Phone 1 - Type": "Mobile",
    "Phone 1 - Value": "1",
    "Phone 2 - Type": "Work",
    "Phone 2 - Value": "2 ::: 3",
  };
  expect(read(cells)).toMatchObject({ contact: { mobile: "1", phone: "2" } });
});

test.each<[string, Record<string, string>, string]>([
  ["nobody's", { Name: "\u200B", City: "Rome" }, "It has no name, company, e-mail or phone."],
  [
    "an address that is none",
    { "E-mail": "ada@x" },
    "“ada@x” does not look like an e-mail address.",
  ],
  ["a name too long", { Name: "x".repeat(101) }, "First name can have at most 100 characters."],
  ["a NUL", { Name: "A\0" }, "First name has characters that cannot be kept."],
  ["a turned direction", { Company: "\u202EX" }, "Company has characters that cannot be kept."],
  ["half a character", { Company: "\uD800" }, "Company has characters that cannot be kept."],
])("a row with %s is wrong, and says why", (_what, cells, reason) => {
  expect(read(cells)).toEqual({ reason });
});

test.each(contactFieldNames)(
  "%s in a file keeps to the rules of the form, in its words",
  (field) => {
    const nothing = Object.fromEntries(contactFieldNames.map((name) => [name, ""]));
    for (const [what, value] of badText) {
      if (typeof value !== "string") continue;
      const contact = { ...nothing, company: "Acme", [field]: value };
      const refused = contactDetails.safeParse(contact).error?.issues[0]?.message;
      const read = checkedContact(contact);
      expect("reason" in read ? read.reason : undefined, what).toBe(
        refused?.replace("This does", `“${value}” does`),
      );
    }
  },
);

test("a blank, a line break or a tab within a value is a blank", () => {
  const cells = { Name: " Ada\n Maria  King ", Street: "1 Main St\nFloor 2", Notes: "a\n\nb\tc" };
  expect(read(cells)).toMatchObject({
    contact: {
      firstName: "Ada Maria",
      lastName: "King",
      street: "1 Main St, Floor 2",
      notes: "a\n\nb c",
    },
  });
});

test("what an export writes, safe for spreadsheets, comes back as it was", () => {
  const dice = roll(7);
  const letters = [..."abcÄßé 北京😀\"',;=+-@'|\t\n".replaceAll("\t", "")];
  for (let round = 0; round < 300; round++) {
    const contact = Object.fromEntries(
      contactFieldNames.map((name) => [name, word(dice, letters, name === "notes")]),
    ) as ContactDetails;
    contact.email = dice() < 0.5 ? "" : "ada@x.example";
    contact.company ||= "Acme";
    contact.lastName ||= "King";
    const header = contactFieldNames.map((name) => contactFields[name]);
    const csv = stringify([header, contactFieldNames.map((name) => contact[name])], {
      escape_formulas: true,
      record_delimiter: "windows",
    });
    const [names = [], cells = []]: string[][] = parse(csv);
    expect(contactReader(names, guessMapping(names, []))(cells)).toEqual({ contact });
  }
});

test.each([
  [
    "3.0",
    "BEGIN:VCARD\nVERSION:3.0\nN:Doe;John;Q.;;\nFN:John Doe\nORG:ACME\\, Inc.;Sales\nTITLE:Head\nTEL;TYPE=FAX:9\nTEL;TYPE=CELL,VOICE:1\nTEL;TYPE=WORK:2\nitem1.EMAIL;TYPE=INTERNET,pref:j@x.example\nADR;TYPE=WORK:;Floor 2;1 Main St;Town;CA;9999;USA\nNOTE:a\\nb\\, c\nURL:http\\://x.example\nEND:VCARD",
    {
      firstName: "John Q.",
      lastName: "Doe",
      company: "ACME, Inc.",
      jobTitle: "Head",
      email: "j@x.example",
      phone: "2",
      mobile: "1",
      street: "1 Main St, Floor 2",
      city: "Town",
      state: "CA",
      postalCode: "9999",
      country: "USA",
      notes: "a\nb, c",
      website: "http://x.example",
    },
  ],
  [
    "4.0",
    'BEGIN:VCARD\nVERSION:4.0\nFN:Jörg Mül\n ler\nTEL;VALUE=uri;TYPE="cell,voice";PREF=1:tel:+49-30-1\nEMAIL:j@m.example\nEND:VCARD',
    { firstName: "Jörg", lastName: "Müller", mobile: "+49-30-1", email: "j@m.example" },
  ],
  [
    "2.1",
    "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6=\nrg\nTEL;CELL;VOICE:1\nTEL;WORK:2\nADR;WORK;PREF:;;Str. 1, Hof;Ort;;123;DE\nEMAIL;PREF;INTERNET:a@b.example\nEND:VCARD",
    {
      firstName: "Jörg",
      lastName: "Müller",
      mobile: "1",
      phone: "2",
      street: "Str. 1, Hof",
      city: "Ort",
      postalCode: "123",
    },
  ],
])("a vCard %s is read", (_version, card, contact) => {
  expect(readCard(card)).toMatchObject({ contact });
});

test("what is no vCard is wrong, and says so", () => {
  expect(readCard("BEGIN:VCARD\nfoo\nEND:VCARD")).toEqual({
    reason: "It cannot be read as a vCard.",
  });
});

/** Numbers from 0 to 1 that are the same in every run. */
function roll(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

// A value of one's own that begins with an apostrophe cannot be told from what an export puts there.
function word(dice: () => number, letters: string[], isLong: boolean): string {
  const text = Array.from(
    { length: Math.floor(dice() * 12) },
    () => letters[Math.floor(dice() * letters.length)],
  ).join("");
  return isLong
    ? text.replace(/^[\s']+/, "").trim()
    : text
        .replace(/\s+/g, " ")
        .replace(/^[\s']+/, "")
        .trim();
}
