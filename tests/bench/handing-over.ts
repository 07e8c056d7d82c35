import { randomUUID } from "node:crypto";
import type { TransferPlan } from "#lib/transfers/plan";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
import { reassignContactsSchema } from "#lib/transfers/schema";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import type { Company } from "#tests/bench/company";

/** All contacts of the company's user, by a plan; answers the transfer's id. */
export async function reassignAll(company: Company, plan: TransferPlan): Promise<string> {
  const event = await reassignContacts(
    company.admin,
    reassignContactsSchema.parse({
      requestId: randomUUID(),
      reassignment: JSON.stringify({
        meant: { selection: { search: "", assignee: company.userId } },
        plan,
        seen: "",
      }),
    }),
  );
  return event.data.transferId;
}

export function undo(company: Company, transferId: string) {
  return undoTransfer(company.admin, { requestId: randomUUID(), transferId });
}
