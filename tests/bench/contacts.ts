import { parseArgs } from "node:util";
import { addContacts, openCompany } from "#tests/bench/company";
import { reassignAll, undo } from "#tests/bench/handing-over";
import { benchImporting } from "#tests/bench/importing";
import { timed, withMemory } from "#tests/bench/measure";
import { makePlainTable, updateAssignees } from "#tests/bench/plain-table";
import { benchReading, type Reading } from "#tests/bench/reading";
import { openScratch, pointUseCasesAt, type Scratch } from "#tests/bench/scratch";
import { benchSplitting } from "#tests/bench/splitting";
import { duration, printTable, ratio } from "#tests/bench/table";

const SMALL = 10_000;

/**
 * `npm run bench:contacts`, with `-- --size 10000000` for more than a million: what reading,
 * handing over, splitting and importing cost, as ratios against plain SQL in the same run.
 */
async function bench(size: number): Promise<void> {
  const scratch = await openScratch();
  try {
    const small = await withContacts(scratch.create, SMALL, async (db) => db.reading());
    await withContacts(scratch.create, size, async (db) => {
      printReading(small, await db.reading(), size);
      await printTransfers(db, size);
    });
    await benchImporting(scratch.create, Math.min(size, 1_000_000));
  } finally {
    await scratch.stop();
  }
}

type Filled = Awaited<ReturnType<typeof fill>>;

async function withContacts<T>(
  create: (name: string) => Promise<Scratch>,
  size: number,
  work: (db: Filled) => Promise<T>,
): Promise<T> {
  const scratch = await create(`bench_${size}`);
  try {
    return await work(await fill(scratch, size));
  } finally {
    await scratch.drop();
  }
}

async function fill(scratch: Scratch, size: number) {
  pointUseCasesAt(scratch);
  const company = await openCompany(scratch.sql);
  await addContacts(scratch.sql, company, size);
  return { scratch, company, reading: () => benchReading(scratch.sql, company) };
}

function printReading(
  small: Record<string, Reading>,
  large: Record<string, Reading>,
  size: number,
): void {
  const none = { ours: Number.NaN, plain: Number.NaN };
  printTable(
    `Reading a page: ${SMALL} contacts and ${size}, medians`,
    ["", "small", "large", "large / small", "plain SQL, large", "ours / plain"],
    Object.entries(large).map(([name, { ours, plain }]) => {
      const { ours: before } = small[name] ?? none;
      const times = [before, ours, plain].map(duration);
      return [name, ...times.slice(0, 2), ratio(ours, before), times[2] ?? "", ratio(ours, plain)];
    }),
  );
}

async function printTransfers({ scratch, company }: Filled, size: number): Promise<void> {
  await makePlainTable(scratch.sql, "contacts_plain", { filled: true });
  const update = await timed(() => updateAssignees(scratch.sql, "contacts_plain", company));
  await scratch.sql`drop table contacts_plain`;
  const [colleague = ""] = company.colleagueIds;
  const whole = await withMemory(async () => {
    let transferId = "";
    const over = await timed(async () => {
      transferId = await reassignAll(company, { kind: "one", to: colleague });
    });
    return { over, back: await timed(() => undo(company, transferId)) };
  });
  const split = await withMemory(() => benchSplitting(scratch, company));
  const { took, waits, transferId } = split.result;
  const unsplit = await withMemory(() => timed(() => undo(company, transferId)));
  const mb = ({ before, peak }: { before: number; peak: number }) => `${before} to ${peak} MB`;
  printTable(
    `Handing ${size} contacts over`,
    ["", "time", "/ plain UPDATE", "memory of the process"],
    [
      ["plain UPDATE of every assignee", duration(update), "1", ""],
      [
        "all to one, by their books",
        duration(whole.result.over),
        ratio(whole.result.over, update),
        mb(whole),
      ],
      ["undone", duration(whole.result.back), ratio(whole.result.back, update), mb(whole)],
      ["split among four by the job", duration(took), ratio(took, update), mb(split)],
      ["undone", duration(unsplit.result), ratio(unsplit.result, update), mb(unsplit)],
    ],
  );
  process.stdout.write(
    `Somebody who edits and adds contacts meanwhile waits ${duration(waits.median)}, ` +
      `at most ${duration(waits.longest)}.\n`,
  );
}

const { values } = parseArgs({ options: { size: { type: "string", default: "1000000" } } });
await bench(Number(values.size));
