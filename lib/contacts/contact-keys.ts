import { type SQL, sql } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { ContactSort } from "#lib/contacts/columns";
import type { Key } from "#lib/keyset";

const name: Key[] = [text(sql`${contacts.nameKey}`), uuid(sql`${contacts.id}`)];

/** What the table is sorted by, as the columns of an index each; nothing comes after everything. */
export const contactKeys: Record<ContactSort, Key[]> = {
  name,
  company: blankLast(sql`${contacts.companyKey}`),
  email: blankLast(sql`${contacts.emailKey}`),
  phone: blankLast(sql`${contacts.phoneKey}`),
  assignee: [text(sql`${users.nameKey}`), uuid(sql`${users.id}`), ...name],
  activity: [
    { expression: sql`${contacts.lastActivityAt}`, type: "timestamptz" },
    uuid(sql`${contacts.id}`),
  ],
};

function blankLast(key: SQL): Key[] {
  return [
    { expression: sql`(${key} = '')`, type: "boolean" },
    text(key),
    uuid(sql`${contacts.id}`),
  ];
}

function text(expression: SQL): Key {
  return { expression, type: "text" };
}

function uuid(expression: SQL): Key {
  return { expression, type: "uuid" };
}
