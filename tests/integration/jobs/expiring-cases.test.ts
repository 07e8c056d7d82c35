import { afterEach, expect, test } from "vitest";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { jobsOf, until } from "#tests/support/jobs";
import { ownerRequest } from "#tests/support/support-cast";
import { startWorkers, type Workers } from "#tests/support/workers";

const PATIENCE = 400_000;
const NO_MAIL = "smtp://127.0.0.1:1";

let workers: Workers;
afterEach(() => workers.kill());

test(
  "what is over by time ends once, however late, whichever of two workers comes to it",
  async () => {
    const casts = [await buildCast(), await buildCast(), await buildCast()];
    const [late, due, open] = casts as [Cast, Cast, Cast];
    for (const cast of casts) await ownerRequest(cast.owner, cast.admin);
    await overSince(late, "100 days");
    await overSince(due, "1 second");

    workers = startWorkers(2, NO_MAIL);
    for (let n = 0; n < 3; n++) await addFinding();
    const isOver = async (cast: Cast) => (await outcomeOf(cast)) === "expired";
    await until(async () => (await isOver(late)) && (await isOver(due)), 100_000);
    for (let n = 0; n < 3; n++) await addFinding();
    await until(async () => (await countFindings()) === 0, 100_000);
    await workers.stop();

    for (const cast of [late, due]) {
      const events = await sql`
        select from audit_events
        where account_id = ${cast.accountId} and kind = 'owner_request.expired'`;
      expect(events).toHaveLength(1);
      const told = (await jobsOf(cast.accountId)).filter(
        ({ payload }) => payload.userId === cast.owner.id,
      );
      expect(told.map(({ payload }) => payload.kind)).toEqual(["owner_request_ended"]);
    }
    expect(await outcomeOf(open)).toBeNull();
  },
  PATIENCE,
);

function overSince({ accountId }: Cast, time: string) {
  return sql`
    update owner_requests set expires_at = now() - ${time}::interval
    where account_id = ${accountId}`;
}

/** As the clock of the workers does each hour. */
function addFinding() {
  return sql`select graphile_worker.add_job('expire_owner_requests')`;
}

async function countFindings(): Promise<number> {
  const rows = await sql`
    select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier in ('expire_owner_requests', 'expire_owner_request', 'tell_of_request')`;
  return rows.length;
}

async function outcomeOf({ accountId }: Cast): Promise<string | null> {
  const [row] = await sql<{ outcome: string | null }[]>`
    select outcome from owner_requests where account_id = ${accountId}`;
  return row?.outcome ?? null;
}
