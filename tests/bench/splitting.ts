import { carveTransfer } from "#lib/transfers/carve-transfer";
import { startBystander } from "#tests/bench/bystander";
import type { Company } from "#tests/bench/company";
import { reassignAll } from "#tests/bench/handing-over";
import { median, timed } from "#tests/bench/measure";
import type { Scratch } from "#tests/bench/scratch";

export type Split = {
  took: number;
  waits: { median: number; longest: number };
  transferId: string;
};

/**
 * Everything of the user among four, by the job that does it, while somebody edits and adds contacts
 * of the same user: how long the whole took, and how long that person waited, in ms.
 */
export async function benchSplitting(scratch: Scratch, company: Company): Promise<Split> {
  const { accountId, colleagueIds } = company;
  const some = await scratch.sql<{ id: string }[]>`
    select id from contacts tablesample system (1) where account_id = ${accountId} limit 1000`;
  const bystander = startBystander(
    scratch,
    company,
    some.map(({ id }) => id),
  );
  let transferId = "";
  const took = await timed(async () => {
    transferId = await reassignAll(company, {
      kind: "shares",
      shares: colleagueIds.map((to) => ({ to, parts: 1 })),
    });
    while ((await carveTransfer({ accountId, transferId })) === "goes on");
  });
  const waits = await bystander.stop();
  return { took, waits: { median: median(waits), longest: Math.max(...waits) }, transferId };
}
