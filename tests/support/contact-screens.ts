import type { Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";

export type Screen = { name: string; open: (page: Page) => Promise<unknown> };

/** The Contact Table and what is done with its rows, in the demo's account. */
export const contactScreens: Screen[] = [
  { name: "contacts-columns", open: openColumns },
  { name: "contacts-chosen", open: (page) => choose(page, 3) },
  { name: "contacts-all-chosen", open: chooseAll },
  { name: "contacts-book", open: openBook },
  { name: "contacts-book-name", open: openBookName },
  { name: "reassign-some", open: openReassignSome },
  { name: "reassign-one", open: (page) => openReassign(page, "one") },
  { name: "reassign-even", open: (page) => openReassign(page, "even") },
  { name: "reassign-shares", open: (page) => openReassign(page, "shares") },
  { name: "reassign-rule", open: (page) => openReassign(page, "rule") },
  { name: "reassign-rule-letter", open: (page) => openReassign(page, "rule&by=letter") },
  { name: "reassign-preview", open: openPreview },
  { name: "reassign-preview-rule", open: openRulePreview },
  { name: "reassign-refused", open: openRefused },
  { name: "reassign-nothing", open: (page) => page.goto("/contacts/reassign") },
  { name: "reassigned", open: openReassigned },
  { name: "import-running", open: (page) => openImport(page, "running") },
  { name: "import-done", open: (page) => openImport(page, "done") },
  { name: "import-cancelled", open: (page) => openImport(page, "cancelled") },
  { name: "import-failed", open: (page) => openImport(page, "failed") },
  { name: "imports", open: (page) => page.goto("/contacts/import") },
  { name: "planned-counting", open: (page) => openPlanned(page, "counting") },
  { name: "planned-carving", open: (page) => openPlanned(page, "carving") },
  { name: "planned-of-admins", open: (page) => page.goto("/admin") },
  { name: "planned-cancelled", open: (page) => openPlanned(page, "cancelled") },
  { name: "planned-stopped", open: (page) => openPlanned(page, "stopped") },
];

async function openColumns(page: Page): Promise<void> {
  await page.goto("/contacts");
  await page.getByText("Columns", { exact: true }).click();
}

async function choose(page: Page, count: number): Promise<void> {
  await page.goto("/contacts");
  const rows = page.getByRole("checkbox", { name: /^Choose (?!all)/ });
  for (const box of (await rows.all()).slice(0, count)) await box.check();
}

async function chooseAll(page: Page): Promise<void> {
  await page.goto("/contacts?assignee=inactive");
  await page.getByRole("checkbox", { name: /^Select/ }).check();
}

/** The seventh user's contacts with the sixth, as a book of its own. */
async function openBook(page: Page): Promise<void> {
  const [giver, receiver] = [await userId("user7"), await userId("user6")];
  await page.goto(`/contacts/reassign?all=1&assignee=${giver}&to=${receiver}&preview=yes`);
  const button = page.getByRole("button", { name: /^Reassign \d/ });
  if (await button.isVisible()) {
    await button.click();
    await page.waitForURL("**/transfers/*");
  }
  await page.goto(`/contacts?assignee=${receiver}`);
  const books = page.getByLabel("Book");
  const book = await books.locator("option").nth(2).getAttribute("value");
  await page.goto(`/contacts?assignee=${receiver}&book=${book}`);
}

async function openBookName(page: Page): Promise<void> {
  await openBook(page);
  await page.getByText("Name these books").click();
}

async function openReassignSome(page: Page): Promise<void> {
  await choose(page, 3);
  await page.getByRole("button", { name: "Reassign…" }).click();
  await page.waitForURL("**/reassign?*");
}

async function openReassign(page: Page, how: string): Promise<void> {
  await page.goto(`/contacts/reassign?all=1&assignee=${await userId("user5")}&how=${how}`);
}

async function preview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Preview" }).click();
  await page.waitForURL("**preview=yes**");
}

async function openPreview(page: Page): Promise<void> {
  await openReassign(page, "even");
  for (const box of (await page.getByRole("checkbox").all()).slice(0, 3)) await box.check();
  await preview(page);
}

async function openRulePreview(page: Page): Promise<void> {
  await openReassign(page, "rule");
  await page.locator("select[name=gets]").first().selectOption({ index: 1 });
  await preview(page);
}

async function openRefused(page: Page): Promise<void> {
  await openReassign(page, "shares");
  await page.locator("input[name=parts]").first().fill("half");
  await preview(page);
}

async function openReassigned(page: Page): Promise<void> {
  const [giver, receiver] = [await userId("user5"), await userId("user6")];
  await page.goto(`/contacts?assignee=${giver}`);
  const contact = await page.locator("input[name=contact]").first().getAttribute("value");
  await page.goto(`/contacts/reassign?contact=${contact}&to=${receiver}&preview=yes`);
  await page.getByRole("button", { name: "Reassign 1 contact" }).click();
  await page.waitForURL("**/transfers/*");
}

/** Of a file that no job takes in, so that its state stays. */
async function openImport(page: Page, state: string): Promise<void> {
  const id = await asOwner(async (sql) => {
    const fileName = `Kunden und Lieferanten 2026, ${state}.csv`;
    const [there] = await sql`select id from imports where file_name = ${fileName}`;
    if (there) return there.id;
    const endedAt = state === "running" ? null : new Date();
    const failure = { code: "import_quote_open", facts: { count: 812 } };
    const [row] = await sql`
      insert into imports (account_id, by_user_id, file_name, size, state, facts, choices,
        bytes_done, records_done, added, known, wrong, started_at, ended_at, refusal)
      select account_id, id, ${fileName}, 4000000, ${state}, '{"shape": {"format": "csv"}}',
        jsonb_build_object('receiverId', id), 1600000, 21000, 20400, 599, 1,
        now() - interval '8 seconds', ${endedAt}, ${state === "failed" ? sql.json(failure) : null}
      from users where email = 'admin@alder.example' returning account_id, id`;
    await sql`
      insert into import_problems (account_id, import_id, record, line, is_taken_in, reason, cells)
      values (${row?.account_id}, ${row?.id}, 7, 8, false, 'Without a name', '{a}')`;
    return row?.id;
  });
  await page.goto(`/contacts/import/${id}`);
}

/** The same of a reassignment that is prepared. */
async function openPlanned(page: Page, state: string): Promise<void> {
  const id = await asOwner(async (sql) => {
    const [there] = await sql`select id from planned_transfers where state = ${state}`;
    if (there) return there.id;
    const total = state === "counting" ? null : 40_000;
    const endedAt = total && state !== "carving" ? new Date() : null;
    const failure = { code: "transfer_source_moved", facts: { name: "Marcus Bell" } };
    const [row] = await sql`
      insert into planned_transfers (account_id, kind, by_user_id, from_user_id, selection, plan,
        state, total, carved, started_at, ended_at, ended_by, refusal)
      select a.account_id, 'reassignment', a.id, f.id, '{}',
        jsonb_build_object('kind', 'one', 'to', t.id), ${state}, ${total}, ${total ? 15_000 : 0},
        now() - interval '9 seconds', ${endedAt}, ${state === "cancelled" ? sql`a.id` : null},
        ${state === "stopped" ? sql.json(failure) : null}
      from users a join users f on f.email = 'user4@alder.example'
        join users t on t.email = 'user5@alder.example'
      where a.email = 'admin@alder.example' returning id`;
    return row?.id;
  });
  await page.goto(`/transfers/${id}`);
}

async function userId(name: string): Promise<string> {
  const [user] = await asOwner(
    (sql) => sql<{ id: string }[]>`select id from users where email = ${`${name}@alder.example`}`,
  );
  return user?.id ?? "";
}

async function asOwner<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
