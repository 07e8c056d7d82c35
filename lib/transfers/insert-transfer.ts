import { transfers } from "#db/schema/transfers";
import type { Member } from "#lib/actor";
import type { NewEvent } from "#lib/audit/record";
import { queueMail } from "#lib/mail/queue-mail";
import { listText } from "#lib/plurals";
import type { Tx } from "#lib/transaction";
import { sumOf } from "#lib/transfers/count-meant";
import type { Person } from "#lib/transfers/lock-receivers";

/** So many contacts go from one user to another. */
export type Move = { from: Person; to: Person; contacts: number };

/** Records a reassignment, before anything is moved by it. */
export async function insertTransfer(tx: Tx, by: Member, moves: Move[]): Promise<string> {
  const [transfer] = await tx
    .insert(transfers)
    .values({
      accountId: by.accountId,
      kind: "reassignment",
      byUserId: by.userId,
      fromUserId: onlyGiver(moves)?.id ?? null,
      contacts: sumOf(moves),
    })
    .returning({ id: transfers.id });
  if (!transfer) throw new Error("The transfer was not inserted.");
  return transfer.id;
}

/** What the log says of it; whoever received contacts is told by mail, in one each. */
export async function reassignedEvent(
  tx: Tx,
  by: Member,
  transferId: string,
  moves: Move[],
): Promise<Omit<NewEvent<"contacts.reassigned">, "kind">> {
  const received = [...Map.groupBy(moves, ({ to }) => to.id).values()].map((parts) => ({
    userId: parts[0]?.to.id ?? "",
    name: parts[0]?.to.name ?? "",
    contacts: sumOf(parts),
    from: giversText(parts),
  }));
  for (const { userId, from, contacts } of received) {
    if (contacts === 0 || userId === by.userId) continue;
    await queueMail(tx, { userId }, "contacts_received", { from, by: by.name, contacts });
  }
  return {
    user: onlyGiver(moves) ?? undefined,
    data: {
      transferId,
      contacts: sumOf(moves),
      givers: new Set(moves.map(({ from }) => from.id)).size,
      receivers: received.map(({ userId, name, contacts }) => ({ userId, name, contacts })),
    },
  };
}

function onlyGiver(moves: Move[]): Person | null {
  const [first] = moves;
  return first && moves.every(({ from }) => from.id === first.from.id) ? first.from : null;
}

function giversText(moves: Move[]): string {
  const names = [...new Map(moves.map(({ from }) => [from.id, from.name])).values()];
  return names.length > 3 ? `${names.length} colleagues` : listText(names);
}
