import { z } from "zod";
import type { LookingAgent } from "#lib/actor";
import { eventKeys, listEvents } from "#lib/audit/list-events";
import { cutPage, decodeCursor } from "#lib/keyset";
import { findLook } from "#lib/support/find-look";
import { visibleGroups } from "#lib/support/visible-groups";
import { read } from "#lib/transaction";

const PAGE_SIZE = 50;

const text = z.preprocess((value) => [value].flat()[0], z.string());

/** Whatever does not fit falls back, so that no link is a dead end. */
export const accountLogFilterSchema = z.object({
  kind: text.pipe(z.enum(visibleGroups)).optional().catch(undefined),
  cursor: text.pipe(z.string().max(4000)).optional().catch(undefined),
});
export type AccountLogFilter = z.infer<typeof accountLogFilterSchema>;

/** A page of an account's log, newest first, without what tells of contacts. Null where the look is over. */
export function getAccountLogPage(actor: LookingAgent, { kind, cursor: place }: AccountLogFilter) {
  const cursor = decodeCursor(place, eventKeys);
  return read(actor, async (tx) => {
    const look = await findLook(tx, actor);
    if (!look) return null;
    const events = await listEvents(tx, actor, { kind }, cursor, PAGE_SIZE + 1);
    return { ...look, page: cutPage(events, PAGE_SIZE, cursor) };
  });
}
