import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";

export type TaskName =
  | "send_mail"
  | "inactivate_user"
  | "carve_transfer"
  | "import_contacts"
  | "tell_of_request";

/**
 * Adds a job in the transaction of its cause, for its account: it exists if the cause does. `runAt`
 * is the earliest moment, at once if left out.
 */
export async function enqueue(
  tx: Tx,
  task: TaskName,
  payload: object,
  runAt: Date | null = null,
): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${runAt?.toISOString() ?? null}::timestamptz)`,
  );
}
