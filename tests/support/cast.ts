import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll } from "vitest";
import type { Member } from "#lib/actor";
import { connectAs } from "#tests/support/database";
import { card, insertSubscriptions } from "#tests/support/subscriptions";

export type Person = { accountId: string; id: string; name: string; email: string };

export type Cast = {
  accountId: string;
  owner: Person;
  admin: Person;
  admin2: Person;
  user: Person;
  successor: Person;
  inactive: Person;
  /** The owner, and only user, of another account. */
  outsider: Person;
};

const owner = connectAs("owner", { max: 3 });
afterAll(() => owner.end());

/**
 * A fresh account of five active people and an inactive one, and the outsider's account beside it.
 * `contacts` is how many lie in the user's main book. Nobody has a password or a session.
 */
export async function buildCast({ seatsTotal = 10, contacts = 0 } = {}): Promise<Cast> {
  const accountId = randomUUID();
  const cast: Cast = {
    accountId,
    owner: person(accountId, "Olivia", "Okafor"),
    admin: person(accountId, "Adam", "Aalto"),
    admin2: person(accountId, "Beatriz", "Braga"),
    user: person(accountId, "Uma", "Ullman"),
    successor: person(accountId, "Samuel", "Sato"),
    inactive: person(accountId, "Ines", "Ibarra"),
    outsider: person(randomUUID(), "Oscar", "Outis"),
  };
  await owner.begin(async (tx) => {
    await tx`
      insert into accounts ${tx([
        { id: accountId, name: "Brightwater", seats_total: seatsTotal, ...card },
        { id: cast.outsider.accountId, name: "Elsewhere", seats_total: 3, ...card },
      ])}`;
    await insertSubscriptions(tx, accountId, cast.outsider.accountId);
    await insertUsers(tx, [
      { ...cast.owner, role: "admin", isOwner: true },
      { ...cast.admin, role: "admin" },
      { ...cast.admin2, role: "admin" },
      cast.user,
      cast.successor,
      { ...cast.inactive, inactivatedBy: cast.admin },
      { ...cast.outsider, role: "admin", isOwner: true },
    ]);
  });
  if (contacts > 0) await addContacts(cast.user, contacts);
  return cast;
}

/** Signs this person in, by a session row of its own. */
export async function member(person: Person): Promise<Member> {
  const sessionId = await startSession(person);
  const [row] = await owner<Omit<Member, "kind">[]>`
    select a.id as "accountId", a.name as "accountName", a.time_zone as "timeZone",
      u.id as "userId", ${sessionId}::text as "sessionId", u.name, u.email, u.role,
      u.is_owner as "isOwner", false as "lacksSecondStep", null as "readOnlyAt"
    from users u join accounts a on a.id = u.account_id
    where u.account_id = ${person.accountId} and u.id = ${person.id}`;
  if (!row) throw new Error(`There is no user ${person.name}.`);
  return { kind: "member", ...row };
}

/** Opens a session and answers its id. */
export async function startSession({ accountId, id }: Person): Promise<string> {
  const [session] = await owner<{ id: string }[]>`
    insert into sessions (account_id, user_id, expires_at, device)
    values (${accountId}, ${id}, now() + interval '30 days', 'Firefox on Linux') returning id`;
  return session?.id ?? "";
}

/** Adds active users, each of whom takes a seat: `addUsers(accountId, "Bea Boll", "Cem Can")`. */
export async function addUsers(accountId: string, ...names: string[]): Promise<Person[]> {
  const people = names.map((name) => {
    const [first = "", last = ""] = name.split(" ");
    return person(accountId, first, last);
  });
  await insertUsers(owner, people);
  return people;
}

/** Puts contacts into this person's main book. */
export async function addContacts({ accountId, id }: Person, count: number): Promise<void> {
  await owner`
    insert into contacts (account_id, book_id, first_name, last_name, company, email)
    select b.account_id, b.id, 'Contact', 'Number ' || n, 'Company ' || n % 100,
      'contact' || n || '@mail.example'
    from books b, generate_series(1, ${count}::int) n
    where b.account_id = ${accountId} and b.assignee_id = ${id} and b.is_main`;
}

type NewUser = Person & { role?: "admin"; isOwner?: true; inactivatedBy?: Person };

async function insertUsers(sql: Sql | TransactionSql, people: NewUser[]): Promise<void> {
  await sql`
    insert into users ${sql(
      people.map(({ inactivatedBy, ...user }) => ({
        account_id: user.accountId,
        id: user.id,
        first_name: user.name.split(" ")[0] ?? "",
        last_name: user.name.split(" ")[1] ?? "",
        email: user.email,
        role: user.role ?? "user",
        is_owner: user.isOwner ?? false,
        status: inactivatedBy ? "inactive" : "active",
        inactivated_by: inactivatedBy?.id ?? null,
      })),
    )}`;
}

// The address has a part of its own: signing in looks across accounts.
function person(accountId: string, first: string, last: string): Person {
  const id = randomUUID();
  const email = `${first}.${last}@${id.slice(0, 8)}.example`.toLowerCase();
  return { accountId, id, name: `${first} ${last}`, email };
}
