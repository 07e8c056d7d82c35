import { and, eq, isNull } from "drizzle-orm";
import { contacts } from "#db/schema/contacts";
import { historyEntries } from "#db/schema/history-entries";
import type { Member } from "#lib/actor";
import { memberChange } from "#lib/change";
import type { AddHistoryEntry } from "#lib/history/schema";
import { Refusal } from "#lib/refusal";

/** Notes what the actor did with a contact; author and time are the database's to keep (rule 16). */
export function addHistoryEntry(actor: Member, input: AddHistoryEntry) {
  return memberChange(actor, input.requestId, "history.added", async (tx) => {
    const { accountId, userId: authorId } = actor;
    const { contactId, kind, body } = input;
    const [contact] = await tx
      .select({ name: contacts.name })
      .from(contacts)
      .where(
        and(
          eq(contacts.accountId, accountId),
          eq(contacts.id, contactId),
          isNull(contacts.deletedAt),
        ),
      );
    if (!contact) throw new Refusal("not_found");
    await tx.insert(historyEntries).values({ accountId, contactId, authorId, kind, body });
    return { data: { contactId, contactName: contact.name, entryKind: kind } };
  });
}
