import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres, { type Sql } from "postgres";
import { database } from "#db/client";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { localSecret, roleUrlBeside } from "#db/urls";
import type { Member } from "#lib/actor";
import { guessMapping } from "#lib/imports/guess-mapping";
import { runImport } from "#lib/imports/run-import";
import { startImport } from "#lib/imports/start-import";
import { uploadFile } from "#lib/imports/upload-file";

/**
 * What an import costs beside a COPY of the same rows by the table's owner, into the same table with
 * its indexes, constraints and triggers: `npm run bench:import -- 1000000`.
 */
const rows = Number(process.argv[2] ?? 100_000);
const header = "first_name,last_name,company_name,address,city,state,zip,phone1,phone2,email,web\n";
const columns =
  "first_name,last_name,company,street,city,state,postal_code,phone,mobile,email,website";

async function bench(): Promise<void> {
  const embedded = await startDatabase(".data/bench", { durable: true });
  const maintenance = postgres(embedded.ownerUrl, { max: 1, onnotice: () => {} });
  const seconds: Record<string, number> = {};
  try {
    await inDatabase(maintenance, embedded.ownerUrl, async (sql, actor) => {
      seconds.copy = await timed(() => copy(sql, actor));
    });
    await inDatabase(maintenance, embedded.ownerUrl, async (sql, actor) => {
      const memory = watchMemory();
      let importId = "";
      seconds.upload = await timed(async () => {
        const bytes = Readable.from(pieces(header));
        importId = await uploadFile(actor, { name: "bench.csv", bytes, isTooLarge: () => false });
      });
      const column = guessMapping(header.trim().split(","), []);
      const choices = { receiverId: actor.userId, known: "leave", intent: "start" } as const;
      await startImport(actor, { requestId: randomUUID(), importId, column, ...choices });
      const job = { accountId: actor.accountId, importId };
      seconds.import = await timed(() => runImport(job));
      const [row] = await sql`select added, known, wrong from imports`;
      process.stdout.write(`${JSON.stringify(row)}, peak memory ${memory.stop()} MB\n`);
    });
  } finally {
    await maintenance.end();
    await embedded.stop();
  }
  const { copy: copied = 1, upload = 0, import: imported = 0 } = seconds;
  process.stdout.write(
    `${rows} rows: COPY ${copied.toFixed(1)} s, upload ${upload.toFixed(1)} s, ` +
      `import ${imported.toFixed(1)} s, which is ${(imported / copied).toFixed(2)} times the COPY\n`,
  );
}

async function copy(sql: Sql, actor: Member): Promise<void> {
  const [book] = await sql`select id from books where assignee_id = ${actor.userId}`;
  const into = await sql`
    copy contacts (account_id,book_id,${sql.unsafe(columns)}) from stdin (format csv)`.writable();
  await pipeline(Readable.from(pieces("", `${actor.accountId},${book?.id},`)), into);
}

async function* pieces(head: string, prefix = ""): AsyncGenerator<Buffer> {
  let text = head;
  for (let n = 0; n < rows; n++) {
    text += prefix + line(n);
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text) yield Buffer.from(text);
}

const syllables = ["an", "bel", "co", "dri", "el", "fa", "gri", "ho", "in", "jo", "ka", "lu", "mö"];

function word(n: number): string {
  const at = (by: number) => syllables[Math.floor(n / by) % syllables.length] ?? "";
  return at(1) + at(13) + at(169);
}

function line(n: number): string {
  const mixed = (n * 2_654_435_761) % 4_294_967_296;
  const [first, last, firm] = [word(mixed % 2197), word(mixed % 1999), word(mixed % 1777)];
  const phone = `${200 + (n % 700)}-${100 + (mixed % 900)}-${String(n % 10_000).padStart(4, "0")}`;
  return (
    `${first},${last},"${firm}, ${word(mixed % 997)} Inc",${n % 9999} ${word(mixed % 613)} St,` +
    `${word(mixed % 401)},CA,${10_000 + (n % 89_999)},${phone},${phone.replace("-", ".")},` +
    `${first}.${last}${n}@${firm}.example,http://www.${firm}${n % 977}.example\n`
  );
}

async function inDatabase(
  maintenance: Sql,
  maintenanceUrl: string,
  work: (sql: Sql, actor: Member) => Promise<void>,
): Promise<void> {
  const name = `bench_${randomUUID().slice(0, 8)}`;
  await maintenance`create database ${maintenance(name)}`;
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  const env = { ...process.env, HANDOVER_SECRET: localSecret(".data/bench") };
  await migrate(url.href, env);
  process.env.HANDOVER_APP_URL = roleUrlBeside(url.href, "handover_app", env);
  globalThis.handoverDatabase = undefined;
  const sql = postgres(url.href, { max: 2, onnotice: () => {} });
  try {
    await work(sql, await openAccount(sql));
  } finally {
    await database().$client.end();
    await sql.end();
    await maintenance`drop database ${maintenance(name)} with (force)`;
  }
}

async function openAccount(sql: Sql): Promise<Member> {
  const [accountId, userId] = [randomUUID(), randomUUID()];
  await sql.begin(async (tx) => {
    await tx`insert into accounts (id, name, seats_total) values (${accountId}, 'Bench', 3)`;
    await tx`insert into users (account_id, id, first_name, last_name, email, role, is_owner)
      values (${accountId}, ${userId}, 'Bea', 'Bench', 'bea@bench.example', 'admin', true)`;
  });
  const [session] = await sql`insert into sessions (account_id, user_id, expires_at, device)
    values (${accountId}, ${userId}, now() + interval '1 day', 'bench') returning id`;
  const role = { role: "admin", isOwner: true, lacksSecondStep: false } as const;
  const named = { accountName: "Bench", timeZone: "UTC", name: "Bea Bench", email: "" };
  return { kind: "member", accountId, userId, sessionId: session?.id ?? "", ...role, ...named };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function watchMemory() {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      look();
      return Math.round(peak / 1024 / 1024);
    },
  };
}

await bench();
