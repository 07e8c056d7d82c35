import { expect, test } from "vitest";
import type { ImportField } from "#lib/imports/fields";
import { guessMapping, looksLikeData } from "#lib/imports/guess-mapping";

const programs: [string, string, Partial<Record<ImportField, string[]>>][] = [
  [
    "Google Contacts",
    "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Website 1 - Label,Website 1 - Value",
    {
      firstName: ["First Name"],
      lastName: ["Last Name"],
      company: ["Organization Name"],
      jobTitle: ["Organization Title"],
      email: ["E-mail 1 - Value", "E-mail 2 - Value"],
      phone: ["Phone 1 - Value"],
      street: ["Address 1 - Street"],
      city: ["Address 1 - City"],
      state: ["Address 1 - Region"],
      postalCode: ["Address 1 - Postal Code"],
      country: ["Address 1 - Country"],
      website: ["Website 1 - Value"],
      notes: ["Notes"],
    },
  ],
  [
    "Google Contacts as it was",
    "Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title",
    {
      fullName: ["Name"],
      firstName: ["Given Name"],
      lastName: ["Family Name"],
      email: ["E-mail 1 - Value"],
      phone: ["Phone 1 - Value"],
      company: ["Organization 1 - Name"],
      jobTitle: ["Organization 1 - Title"],
    },
  ],
  [
    "Outlook",
    "First Name,Last Name,Company,Job Title,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Business Fax,Business Phone,Mobile Phone,E-mail Address,E-mail Display Name,Notes,Web Page",
    {
      firstName: ["First Name"],
      company: ["Company"],
      jobTitle: ["Job Title"],
      street: ["Business Street"],
      city: ["Business City"],
      state: ["Business State"],
      postalCode: ["Business Postal Code"],
      country: ["Business Country/Region"],
      phone: ["Business Phone"],
      mobile: ["Mobile Phone"],
      email: ["E-mail Address"],
      website: ["Web Page"],
    },
  ],
  [
    "HubSpot",
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Job Title,Mobile Phone Number,Lead Status,Website URL,State/Region,Street Address",
    {
      firstName: ["First Name"],
      email: ["Email"],
      phone: ["Phone Number"],
      company: ["Associated Company"],
      mobile: ["Mobile Phone Number"],
      website: ["Website URL"],
      state: ["State/Region"],
      street: ["Street Address"],
    },
  ],
  [
    "Salesforce",
    "Id,FirstName,LastName,AccountName,Title,Email,Phone,MobilePhone,MailingStreet,MailingCity,MailingState,MailingPostalCode,MailingCountry,Description",
    {
      firstName: ["FirstName"],
      lastName: ["LastName"],
      company: ["AccountName"],
      jobTitle: ["Title"],
      mobile: ["MobilePhone"],
      street: ["MailingStreet"],
      city: ["MailingCity"],
      state: ["MailingState"],
      postalCode: ["MailingPostalCode"],
      country: ["MailingCountry"],
      notes: ["Description"],
    },
  ],
  [
    "a list of American firms",
    "first_name,last_name,company_name,address,city,county,state,zip,phone1,phone2,email,web",
    {
      company: ["company_name"],
      street: ["address"],
      postalCode: ["zip"],
      phone: ["phone1"],
      mobile: ["phone2"],
      website: ["web"],
    },
  ],
  [
    "German",
    "Anrede,Vorname,Nachname,Firma,Straße,PLZ,Ort,Land,Telefon,Handy,E-Mail-Adresse,Webseite,Bemerkungen",
    {
      firstName: ["Vorname"],
      lastName: ["Nachname"],
      street: ["Straße"],
      postalCode: ["PLZ"],
      city: ["Ort"],
      country: ["Land"],
      phone: ["Telefon"],
      mobile: ["Handy"],
      email: ["E-Mail-Adresse"],
      notes: ["Bemerkungen"],
    },
  ],
  [
    "French",
    "Prénom,Nom,Société,Fonction,Adresse e-mail,Téléphone,Portable,Rue,Code postal,Ville,Pays",
    {
      firstName: ["Prénom"],
      lastName: ["Nom"],
      company: ["Société"],
      jobTitle: ["Fonction"],
      email: ["Adresse e-mail"],
      mobile: ["Portable"],
      postalCode: ["Code postal"],
      country: ["Pays"],
    },
  ],
  [
    "Spanish",
    "Nombre,Apellidos,Empresa,Cargo,Correo electrónico,Teléfono,Móvil,Dirección,Código postal,Ciudad,Provincia,País",
    {
      firstName: ["Nombre"],
      lastName: ["Apellidos"],
      email: ["Correo electrónico"],
      mobile: ["Móvil"],
      street: ["Dirección"],
      state: ["Provincia"],
    },
  ],
];

test.each(programs)("the columns of %s fill what they name", (_program, text, expected) => {
  const header = text.split(",");
  const mapping = guessMapping(header, []);
  for (const [field, names] of Object.entries(expected)) {
    expect([field, header.filter((_, at) => mapping[at] === field)]).toEqual([field, names]);
  }
});

test("where a name says nothing, what stands in the column does", () => {
  const rows = [
    ["ada@x.example", "+44 20 7946 0000", "https://x.example", "Ada", "2026-01-02"],
    ["", "020 7946 0001", "www.y.example", "Bob", "2026-01-03"],
  ];
  expect(guessMapping(["A", "B", "C", "D", "E"], rows)).toEqual([
    "email",
    "phone",
    "website",
    null,
    null,
  ]);
  expect(guessMapping(["E-mail", "Second"], [["a@x.example", "b@x.example"]])).toEqual([
    "email",
    null,
  ]);
});

test("a first row with somebody's address, and no name of a field, is data", () => {
  expect(looksLikeData(["Ada", "Lovelace", "ada@x.example"])).toBe(true);
  expect(looksLikeData(["Name", "Contact"])).toBe(false);
  expect(looksLikeData(["Spalte A", "Spalte B"])).toBe(false);
});
