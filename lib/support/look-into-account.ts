import { sql } from "drizzle-orm";
import type { Agent } from "#lib/actor";
import { Refusal } from "#lib/refusal";
import type { Look } from "#lib/support/look-schema";
import { transact } from "#lib/transaction";

/** Opens a look for half an hour; the database logs it, in the account and in the console. */
export async function lookIntoAccount(actor: Agent, { account, reason }: Look): Promise<string> {
  const [look] = await transact(actor, (tx) =>
    tx.execute<{ id: string | null }>(
      sql`select support_look(${actor.sessionId}, ${account}, ${reason}) as id`,
    ),
  );
  if (!look?.id) throw new Refusal("not_found");
  return account;
}
