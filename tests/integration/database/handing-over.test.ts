import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { inactivateUser } from "#lib/users/inactivate-user";
import { inactivateUserSchema } from "#lib/users/schema";
import { listTables, owner } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";

test("ten thousand contacts change hands by as many written rows as one", async () => {
  const few = await rowsWritten(await buildCast({ contacts: 1 }));
  const many = await rowsWritten(await buildCast({ contacts: 10_000 }));
  expect(many).toEqual(few);
  // The book that goes and the new empty one; the leaver, the open spot, and what is kept of it all.
  expect(many).toEqual({
    accounts: 1,
    audit_events: 1,
    book_moves: 1,
    books: 2,
    seats_used_by_day: 1,
    transfers: 1,
    users: 1,
  });
});

/** The rows of each table written by making the user inactive and giving all to the successor. */
async function rowsWritten(cast: Cast): Promise<Record<string, number>> {
  const event = await inactivateUser(
    await member(cast.admin),
    inactivateUserSchema.parse({
      requestId: randomUUID(),
      userId: cast.user.id,
      contacts: "one",
      successorId: cast.successor.id,
    }),
  );
  const [received] = await owner<{ contacts: number }[]>`
    select count(*)::int as contacts
    from contacts c join books b on b.account_id = c.account_id and b.id = c.book_id
    where b.account_id = ${cast.accountId} and b.assignee_id = ${cast.successor.id}`;
  expect(received?.contacts).toBe(event.data.contacts);

  const written: Record<string, number> = {};
  for (const table of await listTables()) {
    const rows = await owner`
      select from ${owner(table)}
      where xmin = (select xmin from audit_events where id = ${event.id})`;
    if (rows.length > 0) written[table] = rows.length;
  }
  return written;
}
