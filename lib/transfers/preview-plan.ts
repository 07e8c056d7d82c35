import { and, eq, inArray } from "drizzle-orm";
import { users } from "#db/schema/users";
import { IN_REQUEST_LIMIT } from "#lib/books/in-request-limit";
import type { Tx } from "#lib/transaction";
import { type Holder, sumOf } from "#lib/transfers/count-meant";
import { countPieces, movingPieces, seenPieces } from "#lib/transfers/count-pieces";
import { areWholeBooks, type Meant } from "#lib/transfers/meant";
import { receivers, type TransferPlan } from "#lib/transfers/plan";

export type PlanPreview = {
  receivers: { id: string; name: string; contacts: number }[];
  /** Who cannot receive contacts any more, nameless where it is nobody of this account. */
  notActive: { name?: string } | null;
  /** How many stay: with whom they are already, or because a rule says so. */
  staying: number;
  /** What the confirming form sends along, so that exactly this is done. */
  seen: string;
  /** Whether a job prepares it, because it is much. */
  isLong: boolean;
};

/** How many contacts go to whom by this plan. */
export async function previewPlan(
  tx: Tx,
  accountId: string,
  { meant, plan, holders }: { meant: Meant; plan: TransferPlan; holders: Holder[] },
): Promise<PlanPreview> {
  const isWhole = areWholeBooks(meant, plan);
  const pieces = isWhole ? [] : await countPieces(tx, accountId, meant, plan);
  const moves = isWhole
    ? holders
        .map(({ id, contacts }) => ({
          fromId: id,
          to: plan.kind === "one" ? plan.to : "",
          contacts,
        }))
        .filter(({ fromId, to }) => fromId !== to)
    : movingPieces(pieces);
  const people = await listReceivers(tx, accountId, receivers(plan));
  const total = sumOf(holders);
  return {
    notActive:
      people.find(({ status }) => status === "inactive") ??
      (people.length < receivers(plan).length ? {} : null),
    receivers: people.map((person) => ({
      id: person.id,
      name: person.name,
      contacts: sumOf(moves.filter(({ to }) => to === person.id)),
    })),
    staying: total - sumOf(moves),
    seen: seenPieces(pieces),
    isLong: !isWhole && total > IN_REQUEST_LIMIT,
  };
}

/** Those of them that are of this account, in their order. */
export async function listReceivers(tx: Tx, accountId: string, ids: string[]) {
  const found = await tx
    .select({ id: users.id, name: users.name, email: users.email, status: users.status })
    .from(users)
    .where(and(eq(users.accountId, accountId), inArray(users.id, ids)));
  return ids.flatMap((id) => found.find((user) => user.id === id) ?? []);
}
