import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";

/** An id known before its row is inserted, such as for a token that is derived from it. */
export async function freshId(db: Pick<Tx, "execute">): Promise<string> {
  const [fresh] = await db.execute<{ id: string }>(sql`select uuidv7() as id`);
  if (!fresh) throw new Error("The database gave no id.");
  return fresh.id;
}
