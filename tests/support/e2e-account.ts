import { randomBytes } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { fileFacts } from "#lib/imports/file-facts";
import { hashPassword } from "#lib/sessions/password";
import { insertSubscriptions } from "#tests/support/subscriptions";

export const password = "a password of the stories";

export type Person = { accountId: string; id: string; name: string; email: string };
export type Account = { id: string; name: string } & Record<keyof typeof cast, Person> & {
    /** One of the leaver's contacts, with a note by the former user in its History. */
    contact: { id: string; name: string };
    /** A file that the admin has uploaded and not started. */
    importId: string;
    /** The first row of the ledger, by which the account was opened. */
    changeId: string;
  };
type AccountOptions = { seats?: number; contacts?: number };

const cast = {
  owner: { first: "Olive", last: "Owens", role: "admin", isOwner: true },
  admin: { first: "Adam", last: "Archer", role: "admin" },
  otherAdmin: { first: "Bea", last: "Brandt", role: "admin" },
  leaver: { first: "Uma", last: "Ulrich", role: "user" },
  carl: { first: "Carl", last: "Chen", role: "user" },
  dora: { first: "Dora", last: "Díaz", role: "user" },
  emile: { first: "Émile", last: "Dubois", role: "user" },
  former: { first: "Fred", last: "Fuller", role: "user" },
} as const;

let hash: Promise<string> | undefined;

/**
 * A fresh account: seven active users, one inactive one who has 3 contacts left, and a leaver with
 * 10. Its addresses and its name are nobody else's.
 */
export async function openAccount(sql: Sql, options: AccountOptions = {}): Promise<Account> {
  hash ??= hashPassword(password);
  const passwordHash = await hash;
  const slug = randomBytes(4).toString("hex");
  const name = `Cedar Trading ${slug}`;
  return sql.begin(async (tx) => {
    const seats = options.seats ?? 9;
    const [account] = await tx<{ id: string }[]>`
      insert into accounts (name, seats_total, card_holder_name, card_last4, billing_email)
      values (${name}, ${seats}, 'Paul Payer', '4242', ${`billing@${slug}.example`}) returning id`;
    if (!account) throw new Error("The account was not inserted.");
    await insertSubscriptions(tx, account.id);
    const people = {} as Record<keyof typeof cast, Person>;
    for (const key of Object.keys(cast) as (keyof typeof cast)[]) {
      people[key] = await insertPerson(tx, account.id, key, `${key}@${slug}.example`, passwordHash);
    }
    const [contact] = await insertContacts(tx, people.leaver, options.contacts ?? 10, "Client");
    await insertContacts(tx, people.former, 3, "Old client");
    if (!contact) throw new Error("The leaver needs a contact.");
    await tx`
      insert into history_entries (account_id, contact_id, author_id, kind, body)
      values (${account.id}, ${contact.id}, ${people.former.id}, 'call', 'Asked for the price list.'),
             (${account.id}, ${contact.id}, ${people.leaver.id}, 'note', 'Prefers the telephone.')`;
    await tx`
      update users set status = 'inactive', inactivated_by = ${people.admin.id},
        inactivated_at = now() - interval '90 days'
      where account_id = ${account.id} and id = ${people.former.id}`;
    const importId = await insertUpload(tx, people.admin);
    const [change] = await tx<{ id: string }[]>`
      select id from seat_changes where account_id = ${account.id}`;
    return { ...people, id: account.id, name, contact, importId, changeId: change?.id ?? "" };
  });
}

async function insertPerson(
  tx: TransactionSql,
  accountId: string,
  key: keyof typeof cast,
  email: string,
  passwordHash: string,
): Promise<Person> {
  const { first, last, role } = cast[key];
  const [user] = await tx<{ id: string; name: string }[]>`
    insert into users (account_id, first_name, last_name, email, role, is_owner, password_hash)
    values (${accountId}, ${first}, ${last}, ${email}, ${role}, ${key === "owner"}, ${passwordHash})
    returning id, name`;
  if (!user) throw new Error("The user was not inserted.");
  return { ...user, accountId, email };
}

/** Contacts "PREFIX 001" and so on in the main book of an active user. */
export function insertContacts(
  tx: Sql | TransactionSql,
  { accountId, id }: Person,
  count: number,
  prefix: string,
): Promise<{ id: string; name: string }[]> {
  return tx<{ id: string; name: string }[]>`
    insert into contacts (account_id, book_id, first_name, last_name, company, email, phone)
    select b.account_id, b.id, ${prefix}, to_char(n, 'FM000'), 'Company ' || n,
      'client' || n || '@customer.example', '+49 30 555' || to_char(n, 'FM000')
    from books b, generate_series(1, ${count}::int) n
    where b.account_id = ${accountId} and b.assignee_id = ${id} and b.is_main
    returning id, name`;
}

async function insertUpload(tx: TransactionSql, { accountId, id }: Person): Promise<string> {
  const csv = "Name,E-mail,Phone\nAnn Abel,ann@x.example,\nBob,bob at x,555 1234\n";
  const facts = await fileFacts(Buffer.from(csv), true);
  const [row] = await tx<{ id: string }[]>`
    insert into imports (account_id, by_user_id, file_name, size, state, facts)
    values (${accountId}, ${id}, 'waiting.csv', ${csv.length}, 'uploaded', ${tx.json(facts)})
    returning id`;
  await tx`insert into import_chunks (account_id, import_id, n, bytes)
    values (${accountId}, ${row?.id ?? ""}, 0, ${Buffer.from(csv)})`;
  return row?.id ?? "";
}

/** The same, but so many that nobody waits for their ids: "Mass 000001" and so on. */
export async function insertManyContacts(
  sql: Sql,
  { accountId, id }: Person,
  count: number,
): Promise<void> {
  await sql`
    insert into contacts (account_id, book_id, first_name, last_name, company, email)
    select b.account_id, b.id, 'Mass', to_char(n, 'FM000000'), 'Mill ' || n % 997,
      'mass' || n || '@customer.example'
    from books b, generate_series(1, ${count}::int) n
    where b.account_id = ${accountId} and b.assignee_id = ${id} and b.is_main`;
}

/** More active users, "Extra 001" and so on. */
export async function insertPeople(sql: Sql, account: Account, count: number): Promise<void> {
  await sql`
    insert into users (account_id, first_name, last_name, email)
    select ${account.id}, 'Extra', to_char(n, 'FM000'), 'extra' || n || ${account.id} || '@x.example'
    from generate_series(1, ${count}::int) n`;
}
