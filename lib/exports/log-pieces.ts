import { and, eq, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit-events";
import type { Member } from "#lib/actor";
import { listEvents } from "#lib/audit/list-events";
import { confirmAdmin } from "#lib/change";
import { formats } from "#lib/exports/formats";
import type { ExportLog } from "#lib/exports/schema";
import type { Cursor } from "#lib/keyset";
import { Refusal } from "#lib/refusal";
import { read, type Tx } from "#lib/transaction";

/** How many events are in memory at a time. */
export const PIECE = 1_000;

/**
 * What `exportLog` announced, newest first, piece by piece: all that stands before its own event.
 * Each piece is a short transaction of its own, so that a slow reader holds nothing, and is read
 * only while the actor is still an active admin: otherwise it ends with a Refusal, not as if whole.
 *
 * The log only grows, so the pieces together are what one snapshot would be. `exportLog` waits for
 * every admin's change under way; what a member was just writing (a note, a sign-in), with a time of
 * milliseconds before, may be missing here. It stands in the log and in the next export.
 */
export async function* logPieces(
  actor: Member,
  { format, filter }: ExportLog,
  exportedId: string,
): AsyncGenerator<string, void, void> {
  const { head, lines } = formats[format];
  let cursor = await read(actor, (tx) => findPlace(tx, actor, exportedId));
  if (head) yield head;
  for (;;) {
    const events = await read(actor, async (tx) => {
      const listed = listEvents(tx, actor, filter, cursor, PIECE);
      const [found] = await Promise.all([listed, confirmAdmin(tx, actor)]);
      return found;
    });
    const last = events.at(-1);
    if (last) yield lines(events, actor.timeZone);
    if (!last || events.length < PIECE) return;
    cursor = { way: "after", values: last.keys };
  }
}

/** The event's place in the order of the log, to the microsecond. */
async function findPlace(tx: Tx, { accountId }: Member, eventId: string): Promise<Cursor> {
  const [place] = await tx
    .select({ values: sql<string[]>`array[${auditEvents.at}::text, ${auditEvents.id}::text]` })
    .from(auditEvents)
    .where(and(eq(auditEvents.accountId, accountId), eq(auditEvents.id, eventId)));
  if (!place) throw new Refusal("not_found");
  return { way: "after", values: place.values };
}
