import { contactViews } from "#db/schema/contact-views";
import type { Member } from "#lib/actor";
import type { ChooseContactView } from "#lib/contacts/view-schema";
import { transact } from "#lib/transaction";

/** Remembers how the actor wants to see the Contact Table. A preference is nobody's business: no event. */
export async function chooseContactView(actor: Member, input: ChooseContactView): Promise<void> {
  const { accountId, userId } = actor;
  const { columns, density } = input;
  await transact(actor, (tx) =>
    tx
      .insert(contactViews)
      .values({ accountId, userId, columns, density })
      .onConflictDoUpdate({
        target: [contactViews.accountId, contactViews.userId],
        set: { columns, density },
      }),
  );
}
