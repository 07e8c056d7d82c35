import { supportEvents } from "#db/schema/support-events";
import type { Agent } from "#lib/actor";
import type { ConsoleEventKind, NewConsoleEvent } from "#lib/support/console-events";
import type { Tx } from "#lib/transaction";

type Author = Pick<Agent, "agentId" | "name"> | "command";

/** Writes one line of the console's own log, in the transaction of its cause. */
export async function recordEvent<K extends ConsoleEventKind>(
  tx: Tx,
  author: Author,
  { kind, data, account, caseNumber }: NewConsoleEvent<K>,
  formId: string | null = null,
): Promise<void> {
  await tx.insert(supportEvents).values({
    kind,
    agentId: author === "command" ? null : author.agentId,
    agentName: author === "command" ? "A command" : author.name,
    accountId: account?.id,
    accountName: account?.name,
    requestNumber: caseNumber === undefined ? undefined : String(caseNumber),
    formId,
    data,
  });
}
