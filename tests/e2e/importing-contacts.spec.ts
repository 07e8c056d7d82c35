import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import type { Page } from "@playwright/test";
import { alertOf, expect, statusOf, test } from "#tests/support/e2e-test";

const csv = (text: string, name = "people.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text, "utf8"),
});

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("/contacts/import");
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Upload" }).click();
}

test("an admin imports a file, sees what it becomes, and gets the rows that were wrong", async ({
  account,
  enter,
  sql,
}) => {
  const page = await enter(account.admin);
  await page.getByRole("link", { name: "Import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import contacts");
  const text =
    "Vorname;Nachname;Firma;E-Mail-Adresse;Telefon;Kürzel\r\n" +
    "Jörg;Müller;Müller & Söhne;joerg@mueller.example;030 1234567;JM\r\n" +
    'Ann;"O""Neil";Größe AG;ann@groesse.example;;AO\r\nBad;Row;;no address;;BR\r\n';
  await choose(page, csv(text));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import of people.csv");
  await expect(page.getByLabel("What “Vorname” fills")).toHaveValue("firstName");
  await expect(page.getByLabel("What “Kürzel” fills")).toHaveValue("");
  const preview = page.getByRole("table", { name: "The first rows as contacts" });
  await expect(preview).toContainText("Größe AG");
  await expect(preview).toContainText("“no address” does not look like an e-mail address.");

  await page.getByLabel("What “Kürzel” fills").selectOption("Notes");
  await page.getByRole("button", { name: "Show what the first rows become" }).click();
  await expect(preview).toContainText("Notes: JM");
  await page
    .getByLabel("Assignee")
    .selectOption({ label: `${account.carl.name} (${account.carl.email})` });
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(statusOf(page).filter({ hasText: "2 contacts added" })).toBeVisible({
    timeout: 20_000,
  });

  const download = await page.request.get(
    (await page.getByRole("link", { name: /Download the 1 row/ }).getAttribute("href")) ?? "",
  );
  expect(await download.text()).toContain(
    "4,no,“no address” does not look like an e-mail address.,Bad,Row,,no address,,BR",
  );
  await page.getByRole("link", { name: account.carl.name }).click();
  await expect(page.getByRole("table", { name: "Contacts" })).toContainText("Jörg Müller");
  await page.goto("/admin/audit");
  await expect(page.getByRole("main")).toContainText(
    `${account.admin.name}'s import of contacts from “people.csv” was completed: 2 contacts added and 1 wrong and left out.`,
  );
  const [contact] = await sql`select notes from contacts
    where account_id = ${account.id} and email = 'joerg@mueller.example'`;
  expect(contact?.notes).toBe("JM");

  // A file with the same header is taken as this one was.
  await choose(page, csv(text));
  await expect(page.getByLabel("What “Kürzel” fills")).toHaveValue("notes");
  await page.getByRole("button", { name: "Discard this file" }).click();
  await expect(statusOf(page).filter({ hasText: "Cancelled on" })).toBeVisible();
});

test("a vCard file needs no columns, only the choices", async ({ account, enter }) => {
  const page = await enter(account.admin);
  const card =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Čapek;Karel;;;\r\nFN:Karel Čapek\r\nORG:Rossum;Robots\r\n" +
    "TEL;TYPE=CELL:+420 1\r\nEMAIL:karel@rossum.example\r\nEND:VCARD\r\n";
  await choose(page, csv(card, "karel.vcf"));
  await expect(page.getByRole("table", { name: "The first rows as contacts" })).toContainText(
    "Rossum",
  );
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(statusOf(page).filter({ hasText: "1 contact added" })).toBeVisible({
    timeout: 20_000,
  });
});

test("what is no file of contacts is told so, and nothing is added", async ({ account, enter }) => {
  const page = await enter(account.admin);
  await page.goto("/contacts/import");
  await page
    .getByLabel("File", { exact: true })
    .evaluate((input) => input.removeAttribute("required"));
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(alertOf(page)).toContainText("No file was chosen.");
  const wrong: [string, string][] = [
    ["PK\x03\x04rest of it", "This is a spreadsheet or a zip archive"],
    ["%PDF-1.7", "This is a PDF"],
    ["", "The file is empty."],
    ["Name;E-mail\r\n", "a header and no rows"],
  ];
  for (const [text, sentence] of wrong) {
    await choose(page, csv(text));
    await expect(alertOf(page)).toContainText(sentence);
  }
});

test("it is for admins", async ({ account, enter }) => {
  const page = await enter(account.carl);
  await expect(page.getByRole("link", { name: "Import" })).toHaveCount(0);
  for (const path of ["/contacts/import", "/contacts/import/upload"]) {
    expect((await page.goto(path))?.status()).toBe(403);
  }
});

test.describe("sent by hand", { tag: "@with-javascript" }, () => {
  test("a file that says it has 600 MB is refused at once", async ({ account, enter }) => {
    const page = await enter(account.admin);
    const { hostname, port } = new URL(page.url());
    const began = Date.now();
    const answer = await new Promise<{ status?: number; text: string }>((resolve, reject) => {
      const sending = httpRequest({
        hostname,
        port,
        path: "/contacts/import/upload",
        method: "POST",
        headers: {
          "content-type": "multipart/form-data; boundary=x",
          "content-length": 600 * 1024 * 1024,
        },
      });
      sending.on("response", async (response) => {
        const pieces = await response.toArray();
        resolve({ status: response.statusCode, text: Buffer.concat(pieces).toString() });
        sending.destroy();
      });
      sending.on("error", reject);
      sending.write("--x\r\n");
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("This file is too large");
    expect(Date.now() - began).toBeLessThan(2000);
  });

  test("a file that stops in the middle leaves an import that says so", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.admin);
    const { hostname, port, origin } = new URL(page.url());
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /contacts/import/upload HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${origin}\r\n` +
        `cookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 5000000\r\n\r\n` +
        '--x\r\ncontent-disposition: form-data; name="file"; filename="cut.csv"\r\n\r\nName,E-mail\r\n' +
        "Ann,ann@x.example\r\n".repeat(100_000),
    );
    const state = async () => {
      const [row] = await sql`select state, refusal->>'code' as code,
          (select count(*)::int from import_chunks c where c.import_id = i.id) as chunks
        from imports i where account_id = ${account.id} and file_name = 'cut.csv'`;
      return row ?? null;
    };
    await expect.poll(state).toMatchObject({ state: "uploading", chunks: 1 });
    socket.destroy();
    await expect.poll(state).toEqual({ state: "failed", code: "import_file_cut", chunks: 0 });
  });

  test("a file from another site is not taken", async ({ account, enter, sql }) => {
    const page = await enter(account.admin);
    const answer = await page.request.post("/contacts/import/upload", {
      multipart: { file: csv("Name\nAnn\n") },
      headers: { origin: "https://elsewhere.example" },
    });
    expect(answer.status()).toBe(403);
    const [imports] = await sql`
      select array_agg(file_name) as files from imports where account_id = ${account.id}`;
    expect(imports?.files).toEqual(["waiting.csv"]);
  });
});
