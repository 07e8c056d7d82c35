import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Member } from "#lib/actor";
import { insertSubscriptions } from "#tests/support/subscriptions";

/** One account with an admin, a user with all the contacts, and four colleagues. */
export type Company = {
  accountId: string;
  admin: Member;
  userId: string;
  /** The user's main book. */
  bookId: string;
  colleagueIds: string[];
};

export async function openCompany(sql: Sql): Promise<Company> {
  const accountId = randomUUID();
  const users = await sql.begin(async (tx) => {
    await tx`insert into accounts ${tx({ id: accountId, name: "Large & Co", seats_total: 10 })}`;
    await insertSubscriptions(tx, accountId);
    return tx<{ id: string; email: string; name: string }[]>`
      insert into users ${tx(
        ["admin", "user", "one", "two", "three", "four"].map((name) => ({
          account_id: accountId,
          first_name: name,
          last_name: "Large",
          email: `${name}@large.example`,
          role: name === "admin" ? "admin" : "user",
          is_owner: name === "admin",
          created_at: new Date(),
        })),
      )} returning id, email, name`;
  });
  const [admin, user, ...colleagues] = users;
  if (!admin || !user) throw new Error("The users were not inserted.");
  const [session] = await sql<{ id: string }[]>`
    insert into sessions (account_id, user_id, expires_at, device)
    values (${accountId}, ${admin.id}, now() + interval '1 day', 'Bench') returning id`;
  const [book] = await sql<{ id: string }[]>`
    select id from books where account_id = ${accountId} and assignee_id = ${user.id} and is_main`;
  return {
    accountId,
    admin: {
      kind: "member",
      accountId,
      accountName: "Large & Co",
      timeZone: "UTC",
      userId: admin.id,
      sessionId: session?.id ?? "",
      name: admin.name,
      email: admin.email,
      role: "admin",
      isOwner: true,
      lacksSecondStep: false,
      readOnlyAt: null,
    },
    userId: user.id,
    bookId: book?.id ?? "",
    colleagueIds: colleagues.map(({ id }) => id),
  };
}

/** So many are called Zanzibar, spread over all, whatever the size: a search that finds the same. */
const ZANZIBARS = 500;

/** Contacts in one book: 20 first names, 5,000 last names, 20,000 companies, a phone number each. */
export async function addContacts(
  sql: Sql,
  company: Pick<Company, "accountId" | "bookId" | "userId">,
  count: number,
): Promise<void> {
  const piece = 200_000;
  for (let from = 0; from < count; from += piece) {
    await sql`
      insert into contacts (account_id, book_id, created_by, first_name, last_name, company, email,
        phone, city, state)
      select ${company.accountId}, ${company.bookId}, ${company.userId},
        (array['Ada','Ben','Cara','Dan','Eve','Finn','Gina','Hal','Ida','Jon','Kim','Lea','Max','Nia',
          'Ole','Pia','Quin','Ron','Sue','Tom'])[1 + n % 20],
        case when n % ${Math.floor(count / ZANZIBARS)} = 0 then 'Zanzibar' else
          initcap(translate(to_char((n::bigint * 7919) % 5000, 'FM0000'), '0123456789', 'aeioulmnrs'))
          || 'son' end,
        'Company ' || (n::bigint * 104729) % 20000,
        'person' || n || '@company' || (n::bigint * 104729) % 20000 || '.example',
        '030 ' || to_char((n::bigint * 15485863) % 10000000, 'FM0000000'),
        'City ' || n % 300, (array['CA','NY','TX','WA'])[1 + n % 4]
      from generate_series(${from}::int, ${Math.min(from + piece, count) - 1}::int) n`;
  }
  await sql`vacuum (analyze) contacts`;
}
