import { expect, test } from "vitest";
import { startImport } from "#lib/imports/start-import";
import { importContacts } from "#lib/jobs/import-contacts";
import { buildCast, member } from "#tests/support/cast";
import { guessedChoices, importRow, upload } from "#tests/support/import-file";
import { jobsOf } from "#tests/support/jobs";

test("of three imports at once one waits its turn, so that mail has a worker's hand left", async () => {
  const { accountId, admin } = await buildCast();
  const actor = await member(admin);
  const ids: string[] = [];
  for (const name of ["Ann", "Bea", "Cem"]) {
    const importId = await upload(actor, `Name,E-mail\n${name},${name}@x.example\n`);
    await startImport(actor, await guessedChoices(actor, importId));
    ids.push(importId);
  }
  const before = await jobsOf(accountId);
  await Promise.all(ids.map((importId) => importContacts({ accountId, importId })));
  const states = await Promise.all(ids.map(async (id) => (await importRow(id)).state));
  expect(states).toEqual(["done", "done", "running"]);
  const added = (await jobsOf(accountId)).slice(before.length);
  expect(added).toMatchObject([{ task: "import_contacts", payload: { importId: ids[2] } }]);
  expect(added[0]?.run_at.getTime()).toBeGreaterThan(Date.now());

  await importContacts({ accountId, importId: ids[2] ?? "" });
  expect(await importRow(ids[2] ?? "")).toMatchObject({ state: "done", added: 1 });
});
