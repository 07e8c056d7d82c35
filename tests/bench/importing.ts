import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { guessMapping } from "#lib/imports/guess-mapping";
import { runImport } from "#lib/imports/run-import";
import { startImport } from "#lib/imports/start-import";
import { uploadFile } from "#lib/imports/upload-file";
import { type Company, openCompany } from "#tests/bench/company";
import { fileLines } from "#tests/bench/file-lines";
import { timed, withMemory } from "#tests/bench/measure";
import { makePlainTable } from "#tests/bench/plain-table";
import { pointUseCasesAt, type Scratch } from "#tests/bench/scratch";
import { duration, printTable, ratio } from "#tests/bench/table";

const fields = [
  "first_name,last_name,company,street,city,state,postal_code,phone,mobile,email,website",
  "first_name,last_name,company_name,address,city,state,zip,phone1,phone2,email,web",
] as const;

/** The same rows by a COPY of the table's owner into such a table without rules, and as a file taken in. */
export async function benchImporting(
  create: (name: string) => Promise<Scratch>,
  rows: number,
): Promise<void> {
  const copied = await create("bench_copy");
  const company = await openCompany(copied.sql);
  await makePlainTable(copied.sql, "contacts_copied");
  const copy = await timed(() => copyRows(copied, company, rows));
  await copied.drop();

  const imported = await create("bench_import");
  pointUseCasesAt(imported);
  const { admin } = await openCompany(imported.sql);
  const taken = await withMemory(async () => {
    let importId = "";
    const upload = await timed(async () => {
      const bytes = Readable.from(fileLines(rows, `${fields[1]}\n`));
      importId = await uploadFile(admin, { name: "bench.csv", bytes, isTooLarge: () => false });
    });
    const column = guessMapping(fields[1].split(","), []);
    const choices = { receiverId: admin.userId, known: "leave", intent: "start" } as const;
    await startImport(admin, { requestId: randomUUID(), importId, column, ...choices });
    const job = { accountId: admin.accountId, importId };
    return { upload, run: await timed(() => runImport(job)) };
  });
  await imported.drop();
  const { upload, run } = taken.result;
  printTable(
    `Importing ${rows} rows`,
    ["", "time", "/ COPY", "memory of the process"],
    [
      ["COPY by the owner", duration(copy), "1", ""],
      ["the file's upload", duration(upload), ratio(upload, copy), ""],
      ["import", duration(run), ratio(run, copy), `${taken.before} to ${taken.peak} MB`],
    ],
  );
}

async function copyRows({ sql }: Scratch, company: Company, rows: number): Promise<void> {
  const into = await sql`
    copy contacts_copied (account_id, assignee_id, ${sql.unsafe(fields[0])})
    from stdin (format csv)`.writable();
  const prefix = `${company.accountId},${company.userId},`;
  await pipeline(Readable.from(fileLines(rows, "", prefix)), into);
}
