import { hash } from "@node-rs/argon2";
import postgres from "postgres";
import { alderRealty } from "#db/seed/alder-realty";
import { birchSupply } from "#db/seed/birch-supply";
import { insertAccount } from "#db/seed/insert-account";

const cast = [alderRealty, birchSupply];

/** Everyone's. */
export const password = "handover-demo";

/** Who can sign in at first. */
export const people = cast.flatMap(({ name: account, people }) =>
  people
    .filter(({ left }) => !left)
    .map(({ email, isOwner, role }) => {
      const words = { admin: "Admin", user: "User" };
      return { email, role: isOwner ? "Account Owner" : words[role], account };
    }),
);

/** Those of them whom nobody has made inactive since. */
export async function listActive(ownerUrl: string): Promise<typeof people> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql<{ account: string; email: string }[]>`
      select a.name as account, u.email from users u join accounts a on a.id = u.account_id
      where u.status = 'active'`;
    const active = new Set(rows.map(({ account, email }) => `${account} ${email}`));
    return people.filter(({ account, email }) => active.has(`${account} ${email}`));
  } finally {
    await sql.end();
  }
}

/** Puts the demo data into a database that holds no account yet. */
export async function seed(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      // Of two at once, one seeds and the other finds it done.
      await tx`select pg_advisory_xact_lock(hashtext('handover demo data'))`;
      const [account] = await tx`select from accounts limit 1`;
      if (account) return;
      const now = Date.now();
      // As signing in hashes it: argon2id, 19 MiB, two passes.
      const passwordHash = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
      for (const each of cast) await insertAccount(tx, each, passwordHash, now);
    });
  } finally {
    await sql.end();
  }
}
