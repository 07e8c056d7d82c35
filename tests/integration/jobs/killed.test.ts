import { afterEach, beforeEach, expect, test } from "vitest";
import { startImport } from "#lib/imports/start-import";
import { queueMail } from "#lib/mail/queue-mail";
import { transact } from "#lib/transaction";
import { owner as sql } from "#tests/support/attempt";
import { addUsers, buildCast, member, type Person } from "#tests/support/cast";
import { guessedChoices, importRow, upload } from "#tests/support/import-file";
import { until, untilDone } from "#tests/support/jobs";
import { type MailServer, startMailServer } from "#tests/support/mail-server";
import { scheduleNow } from "#tests/support/schedules";
import { startWorkers, type Workers } from "#tests/support/workers";

const MAILS = 60;
const KILLS = 2;
// Three times a worker is started, and what a dead one held is waited for.
const PATIENCE = 120_000;

let mailServer: MailServer;
let workers: Workers;

beforeEach(async () => {
  mailServer = await startMailServer();
});
afterEach(async () => {
  await workers.kill();
  await mailServer.stop();
});

test(
  "workers killed while they send lose no mail, and send again only what was in flight",
  async () => {
    const cast = await buildCast({ seatsTotal: MAILS + 10 });
    const names = Array.from({ length: MAILS }, (_, n) => `Person Number${n}`);
    const people = await addUsers(cast.accountId, ...names);
    await transact({ kind: "system", accountId: cast.accountId }, async (tx) => {
      for (const { id } of people) {
        await queueMail(tx, { userId: id }, "owner_made", { name: "X", by: "Y" });
      }
    });
    const inFlight = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      const before = mailServer.mails.length;
      const held = Promise.withResolvers<void>();
      const letGo = Promise.withResolvers<void>();
      mailServer.before = async () => {
        if (mailServer.mails.length - before < 10) return;
        held.resolve();
        await letGo.promise;
      };
      workers = startWorkers(2, mailServer.url);
      await held.promise;
      await workers.kill();
      for (const mailId of await lockedMails(cast.accountId)) inFlight.add(mailId);
      letGo.resolve();
    }
    mailServer.before = async () => {};
    workers = startWorkers(2, mailServer.url);
    await untilDone(cast.accountId, 60_000);

    expect(inFlight.size).toBeGreaterThanOrEqual(KILLS);
    for (const person of people) {
      const ids = messageIdsTo(person);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(1);
      const mailId = ids[0]?.slice(1).split("@")[0] ?? "";
      if (ids.length > 1) expect(inFlight).toContain(mailId);
    }
  },
  PATIENCE,
);

test(
  "a worker killed in the middle of an inactivation leaves nothing of it, and it is done once",
  async () => {
    const cast = await buildCast({ contacts: 20 });
    const admin = await member(cast.admin);
    const job = await scheduleNow(admin, cast.user, {
      contacts: "one",
      successorId: cast.successor.id,
      tell: "yes",
    });
    for (let kill = 0; kill < KILLS; kill++) {
      await sql.begin(async (tx) => {
        // All that it writes is written by then, but for its event.
        await tx`lock table audit_events in share row exclusive mode`;
        workers = startWorkers(3, mailServer.url);
        await until(isWaitingToRecord, 60_000);
        await workers.kill();
      });
      expect(await stateOf(job.scheduleId)).toEqual({ status: "active", outcome: null, held: 20 });
    }
    workers = startWorkers(3, mailServer.url);
    await untilDone(cast.accountId, 60_000);

    expect(await stateOf(job.scheduleId)).toEqual({ status: "inactive", outcome: "done", held: 0 });
    const events = await sql`
    select kind from audit_events where account_id = ${cast.accountId} and user_id = ${cast.user.id}
    order by id`;
    expect(events.map(({ kind }) => kind)).toEqual([
      "user.inactivation_scheduled",
      "user.inactivated",
    ]);
    expect(messageIdsTo(cast.user)).toHaveLength(1);
    expect(messageIdsTo(cast.successor)).toHaveLength(1);
    expect(workers.output()).toContain('"outcome":"done"');
  },
  PATIENCE,
);

/** Mails that a worker had taken when it died. */
async function lockedMails(accountId: string): Promise<string[]> {
  const jobs = await sql<{ id: string }[]>`
    select payload ->> 'mailId' as id from graphile_worker._private_jobs
    where payload ->> 'accountId' = ${accountId} and locked_by is not null`;
  return jobs.map(({ id }) => id);
}

function messageIdsTo({ email }: Person): string[] {
  return mailServer.mails
    .filter(({ recipients }) => recipients.includes(email))
    .map(({ messageId }) => messageId ?? "");
}

async function isWaitingToRecord(): Promise<boolean> {
  const rows = await sql`
    select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like 'insert into "audit_events"%'`;
  return rows.length > 0;
}

async function stateOf(scheduleId: string) {
  const [row] = await sql`
    select u.status, s.outcome, (
      select count(*)::int from contacts c join books b on b.id = c.book_id
      where b.account_id = u.account_id and b.assignee_id = u.id) as held
    from scheduled_inactivations s join users u on u.id = s.user_id where s.id = ${scheduleId}`;
  return row;
}

test(
  "workers killed while they take in a file lose no row of it and take none in twice",
  async () => {
    const cast = await buildCast();
    const actor = await member(cast.admin);
    const rows = Array.from({ length: 60_000 }, (_, n) =>
      // Every second row could be told from no other if it came once more.
      n % 2 === 0 ? `Person,${n},p${n}@x.example\n` : `Twin,${n},wrong address ${n}\n`,
    );
    const importId = await upload(actor, `First name,Last name,E-mail\n${rows.join("")}`);
    await startImport(actor, await guessedChoices(actor, importId));
    const done = async () => (await importRow(importId)).records_done;
    for (const least of [1, 20_000, 35_000]) {
      workers = startWorkers(2, mailServer.url);
      await until(async () => (await done()) >= least, 60_000);
      await workers.kill();
    }
    expect(await done()).toBeLessThan(60_000);
    workers = startWorkers(2, mailServer.url);
    await until(async () => (await importRow(importId)).state === "done", 60_000);

    expect(await importRow(importId)).toMatchObject({
      records_done: 60_000,
      added: 30_000,
      known: 0,
      wrong: 30_000,
    });
    const [counted] = await sql`
      select (select count(*)::int from contacts where account_id = ${cast.accountId}) as contacts,
        (select sum(contacts)::int from contact_counts where account_id = ${cast.accountId}) as counts,
        (select count(*)::int from import_problems where import_id = ${importId}) as problems,
        (select count(*)::int from import_chunks where import_id = ${importId}) as chunks,
        (select count(*)::int from audit_events
          where account_id = ${cast.accountId} and kind = 'contacts.imported') as events`;
    expect(counted).toEqual({
      contacts: 30_000,
      counts: 30_000,
      problems: 30_000,
      chunks: 0,
      events: 1,
    });
  },
  PATIENCE,
);
