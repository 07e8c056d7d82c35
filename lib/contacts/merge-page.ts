import { and, asc, eq, ne, sql } from "drizzle-orm";
import { books } from "#db/schema/books";
import { contacts } from "#db/schema/contacts";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { findDuplicates } from "#lib/contacts/find-duplicates";
import { getAnyContact } from "#lib/contacts/get-contact";
import { selected } from "#lib/contacts/selected";
import type { FoundContact } from "#lib/refusals/facts";
import { read, type Tx } from "#lib/transaction";

const FOUND = 20;

/** The contact that stays, null where it is deleted; whom to merge into it: suggested or searched for, and the one chosen. */
export function getMergePage(
  actor: Member,
  contactId: string,
  { search, otherId }: { search: string; otherId?: string },
) {
  return read(actor, async (tx) => {
    const { accountId } = actor;
    const survivor = await getAnyContact(tx, accountId, contactId);
    if (survivor.deletedAt) return null;
    const other = otherId === contactId ? null : await findOther(tx, accountId, otherId);
    const { email, phone, mobile } = survivor.details;
    const [suggested, found] = other
      ? [[], null]
      : await Promise.all([
          findDuplicates(tx, accountId, { email, phone, mobile, exceptId: contactId }),
          search ? searchOthers(tx, accountId, search, contactId) : null,
        ]);
    return { survivor, other, suggested, found };
  });
}

/** Null where it was deleted or merged meanwhile: one chooses again. */
async function findOther(tx: Tx, accountId: string, otherId: string | undefined) {
  if (!otherId) return null;
  const other = await getAnyContact(tx, accountId, otherId);
  return other.deletedAt ? null : other;
}

async function searchOthers(
  tx: Tx,
  accountId: string,
  search: string,
  contactId: string,
): Promise<FoundContact[]> {
  return tx
    .select({
      id: contacts.id,
      name: contacts.name,
      company: contacts.company,
      email: contacts.email,
      phone: sql<string>`coalesce(nullif(${contacts.phone}, ''), ${contacts.mobile})`,
      assigneeName: users.name,
    })
    .from(contacts)
    .innerJoin(books, and(eq(books.accountId, contacts.accountId), eq(books.id, contacts.bookId)))
    .innerJoin(users, and(eq(users.accountId, books.accountId), eq(users.id, books.assigneeId)))
    .where(and(selected(accountId, { search }), ne(contacts.id, contactId)))
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
    .limit(FOUND);
}
