import postgres, { type TransactionSql } from "postgres";
import { type FileContact, readContacts, type WrongLine } from "#db/seed/read-contacts";

const ACCOUNT = "Alder Realty";
const EMAIL = "user1@alder.example";
const BATCH = 1000;

type Named = Pick<FileContact, "first_name" | "last_name" | "company" | "email" | "phone">;
type UserBook = { account_id: string; book_id: string; created_by: string; status: string };

/** How many were added, how many were there before, and which lines were left out. */
export type AddedContacts = { added: number; known: number; wrong: WrongLine[] };

/** Adds a CSV file's contacts to user1's, once: what is there already is left as it is. */
export async function addContacts(ownerUrl: string, file: string): Promise<AddedContacts> {
  const { contacts, wrong } = await readContacts(file);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const added = await sql.begin(async (tx) => {
      const book = await lockBook(tx);
      const fresh = await leaveOutKnown(tx, book.account_id, contacts);
      for (let i = 0; i < fresh.length; i += BATCH) {
        const rows = fresh.slice(i, i + BATCH).map((contact) => ({ ...book, ...contact }));
        await tx`insert into contacts ${tx(rows)}`;
      }
      return fresh.length;
    });
    return { added, known: contacts.length - added, wrong };
  } finally {
    await sql.end();
  }
}

/** The account is locked first: of two at once, the other finds these contacts there. */
async function lockBook(tx: TransactionSql) {
  await tx`select from accounts where name = ${ACCOUNT} for no key update`;
  const [found] = await tx<UserBook[]>`
    select u.account_id, b.id as book_id, u.id as created_by, u.status
    from accounts a
    join users u on u.account_id = a.id and lower(u.email) = ${EMAIL}
    join books b on b.account_id = a.id and b.assignee_id = u.id and b.is_main
    where a.name = ${ACCOUNT}`;
  if (!found) throw new Error(`There is no ${EMAIL} here, whose contacts these would be.`);
  const { status, ...book } = found;
  if (status !== "active") {
    throw new Error(`${EMAIL} is inactive, and a contact goes only to an active user.`);
  }
  return book;
}

/** Without those who are in the account already, whoever looks after them, or higher up in the file. */
async function leaveOutKnown(
  tx: TransactionSql,
  accountId: string,
  contacts: FileContact[],
): Promise<FileContact[]> {
  const there = await tx<Named[]>`
    select first_name, last_name, company, email, phone from contacts
    where account_id = ${accountId} and deleted_at is null`;
  const known = new Set(there.flatMap(keysOf));
  return contacts.filter((contact) => {
    const [key, ...others] = keysOf(contact);
    if (known.has(key)) return false;
    for (const each of [key, ...others]) known.add(each);
    return true;
  });
}

/** What makes a contact the same as another: its e-mail, or without one its name, company and phone. */
function keysOf({ first_name, last_name, company, email, phone }: Named): [string, ...string[]] {
  const plain = (text: string) => text.normalize("NFC").toLowerCase();
  const key = JSON.stringify([`${first_name} ${last_name}`.trim(), company, phone].map(plain));
  return email ? [plain(email), key] : [key];
}
