import { sql } from "drizzle-orm";
import type { Agent } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import type { FindAccounts } from "#lib/support/account-search";
import { transact } from "#lib/transaction";

/** Looks across accounts, once; the database logs it with what it showed. Answers that line's id. */
export async function findAccounts(actor: Agent, search: FindAccounts): Promise<string> {
  const { way, words } = search;
  const digits = search.way === "card" ? search.last4 : null;
  const [line] = await transact(actor, (tx) =>
    tx.execute<{ id: string }>(
      sql`select support_find_accounts(${actor.sessionId}, ${way}, ${words}, ${digits}) as id`,
    ),
  );
  if (!line) throw new Refusal("not_signed_in");
  return line.id;
}
