import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#lib/transaction";
import type { Meant } from "#lib/transfers/meant";
import { pickedContacts } from "#lib/transfers/picked-contacts";
import { receivers, type TransferPlan } from "#lib/transfers/plan";

/** Contacts of one book that go to the same user, or stay (`to` null). */
export type Piece = {
  bookId: string;
  fromId: string;
  fromName: string;
  to: string | null;
  contacts: number;
  /** Another one whenever other contacts are among them. */
  digest: string;
};

/** Which contacts go from whose book to whom by this plan. */
export async function countPieces(
  tx: Tx,
  accountId: string,
  meant: Meant,
  plan: TransferPlan,
): Promise<Piece[]> {
  const all = receivers(plan);
  const rows = await tx.execute<Omit<Piece, "to"> & { piece: number | null }>(sql`
    select p.book_id as "bookId", p.assignee_id as "fromId", u.name as "fromName",
      p.piece, p.contacts, p.digest
    from (
      select book_id, assignee_id, piece, count(*)::int as contacts,
        bit_xor(hashtextextended(id::text, 0))::text as digest
      from (${pickedContacts(accountId, meant, plan)}) picked
      group by book_id, assignee_id, piece) p
    join users u on u.account_id = ${accountId} and u.id = p.assignee_id
    order by p.book_id, p.piece`);
  return rows.map(({ piece, ...rest }) => ({
    ...rest,
    to: piece === null ? null : (all[piece] ?? null),
  }));
}

/** Those that change hands: who has a contact already does not receive it. */
export function movingPieces(pieces: Piece[]): (Piece & { to: string })[] {
  return pieces.flatMap((piece) =>
    piece.to === null || piece.to === piece.fromId ? [] : [{ ...piece, to: piece.to }],
  );
}

/** What a preview showed, so that what is done is exactly that. */
export function seenPieces(pieces: Piece[]): string {
  return createHash("sha256").update(JSON.stringify(pieces)).digest("base64url");
}
