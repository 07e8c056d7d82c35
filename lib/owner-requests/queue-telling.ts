import { sql } from "drizzle-orm";
import type { Actor } from "#lib/actor";
import { enqueue } from "#lib/enqueue";
import type { Tx } from "#lib/transaction";

/** What a job tells of a case: that it has begun, that the billing address is asked, how it ended. */
export type Telling = { requestId: string; news: "begun" | "confirm" | "ended" };

/**
 * Tells of a case in the transaction of its cause. Who is told what is read from the case itself by
 * the job: the console's role can add no other one.
 */
export async function queueTelling(tx: Tx, { kind }: Actor, { requestId, news }: Telling) {
  if (kind === "agent") {
    await tx.execute(sql`select graphile_worker.tell_of_request(${requestId}, ${news})`);
  } else {
    await enqueue(tx, "tell_of_request", { requestId, news });
  }
}
