import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";

export type FileContact = Record<Column, string>;
export type WrongLine = { line: number; why: string };

type Column = keyof typeof headers;
type Row = { line: number; fields: string[] };

/** What a column may be called; case, blanks and punctuation do not count. */
const headers = {
  first_name: ["firstname", "givenname", "forename", "first", "fullname", "name"],
  last_name: ["lastname", "familyname", "surname", "last"],
  company: ["company", "companyname", "organization", "organisation", "organizationname"],
  email: ["email", "emailaddress", "email1", "email1value", "mail"],
  phone: ["phone", "phone1", "phonenumber", "phone1value", "telephone", "tel", "businessphone"],
  mobile: ["mobile", "mobilephone", "mobilenumber", "cell", "cellphone", "phone2", "phone2value"],
  street: ["street", "streetaddress", "address", "address1", "addressline1"],
  city: ["city", "town"],
  state: ["state", "province", "stateprovince", "region"],
  postal_code: ["zip", "zipcode", "postalcode", "postcode", "zippostalcode"],
  website: ["web", "website", "webpage", "url", "homepage"],
};
const columns = Object.keys(headers) as Column[];
const LONGEST = 320;
/** A contact is called by one of these. */
const naming: Column[] = ["first_name", "last_name", "company", "email", "phone"];

/** The contacts of a CSV file, and the lines that are none. A file that is no such file throws. */
export async function readContacts(file: string) {
  const text = await readText(file);
  if (text.trim() === "") throw new Error(`${file} is empty.`);
  const [header, ...rows] = splitRows(file, text);
  const places = findPlaces(header?.fields ?? []);
  if (!header || !naming.some((column) => places[column].length > 0)) {
    throw new Error(
      `The first line of ${file} names no column such as First name, Last name, Company, E-mail or Phone.`,
    );
  }
  const contacts: FileContact[] = [];
  const wrong: WrongLine[] = [];
  for (const row of rows) {
    const contact = toContact(row, places);
    const why = whyWrong(row, contact, header.fields.length);
    if (why) wrong.push({ line: row.line, why });
    else contacts.push(contact);
  }
  return { contacts, wrong };
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = { ENOENT: "there is no such file", EISDIR: "it is a folder, not a file" };
    throw new Error(
      `${file} cannot be read: ${why[error.code as keyof typeof why] ?? error.message}.`,
    );
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} cannot be read: it is not text in UTF-8. Save it as "CSV UTF-8".`);
  }
}

function splitRows(file: string, text: string): Row[] {
  const rows: Row[] = [];
  try {
    parse(text, {
      delimiter: likelyDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(fields, { lines }) {
        rows.push({
          line: lines,
          fields: fields.map((field) => field.replace(/\s+/g, " ").trim()),
        });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Error(`${file} cannot be read: ${error.message}.`, { cause: error });
  }
  return rows;
}

/** Where Excel speaks a language with decimal commas, its CSV has semicolons. */
function likelyDelimiter(text: string): string {
  const [header = ""] = text.split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Under which places of a row each column is found, in the order of preference. */
function findPlaces(names: string[]): Record<Column, number[]> {
  const plain = names.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  const places = columns.map((column) => [
    column,
    headers[column].map((name) => plain.indexOf(name)).filter((place) => place >= 0),
  ]);
  return Object.fromEntries(places);
}

function toContact({ fields }: Row, places: Record<Column, number[]>): FileContact {
  const values = columns.map((column) => [
    column,
    places[column].map((place) => fields[place]).find(Boolean) ?? "",
  ]);
  return Object.fromEntries(values);
}

function whyWrong({ fields }: Row, contact: FileContact, width: number): string | null {
  if (fields.slice(width).some(Boolean)) return "it has more fields than the first line";
  if (!naming.some((column) => contact[column])) return "it has no name, company, e-mail or phone";
  if (columns.some((column) => contact[column].length > LONGEST)) {
    return `a field is longer than ${LONGEST} characters`;
  }
  const { email } = contact;
  if (email && !/^[^@\s]+@[^@\s]+$/.test(email)) return `${email} is no e-mail address`;
  if (columns.some((column) => /\p{Cc}/u.test(contact[column]))) {
    return "it has characters that cannot be kept";
  }
  return null;
}
