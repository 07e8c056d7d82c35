import type { Member } from "#lib/actor";
import { countSelected } from "#lib/contacts/count-selected";
import { describeSelection } from "#lib/contacts/describe-selection";
import type { ContactSelection } from "#lib/contacts/selection";
import { read } from "#lib/transaction";

/** How many contacts an export of this selection holds, and which they are. */
export function getExportPage(actor: Member, selection: ContactSelection) {
  return read(actor, async (tx) => {
    const [counted, described] = await Promise.all([
      countSelected(tx, actor.accountId, selection),
      describeSelection(tx, actor.accountId, selection),
    ]);
    return { ...counted, described };
  });
}
