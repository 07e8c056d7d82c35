import { Logger, runMigrations } from "graphile-worker";
import postgres, { type Sql } from "postgres";

/** The queue's schema belongs to role handover_worker, which owns nothing else. */
export const QUEUE_SCHEMA = "graphile_worker";

/**
 * Installs the job queue, or brings it up to date: as handover_worker, which may make its schema
 * for as long as this takes. `enqueue` is all that the application can do there.
 */
export async function installQueue(ownerSql: Sql, workerUrl: string): Promise<void> {
  const [there] = await ownerSql<{ name: string }[]>`select current_database() as name`;
  const database = ownerSql(there?.name ?? "");
  await ownerSql`grant create on database ${database} to handover_worker`;
  const workerSql = postgres(workerUrl, { max: 1, onnotice: () => {} });
  try {
    await runMigrations({ connectionString: workerUrl, schema: QUEUE_SCHEMA, logger: silent });
    await workerSql.unsafe(definitions);
  } finally {
    await workerSql.end();
    await ownerSql`revoke create on database ${database} from handover_worker`;
  }
}

/** Throws the queue away with all that waits in it, as its own role, which alone may. */
export async function dropQueue(ownerSql: Sql, workerUrl: string): Promise<void> {
  const [there] = await ownerSql`select to_regnamespace(${QUEUE_SCHEMA}) is not null as yes`;
  if (!there?.yes) return;
  const sql = postgres(workerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`drop schema ${sql(QUEUE_SCHEMA)} cascade`;
  } finally {
    await sql.end();
  }
}

const silent = new Logger(() => () => {});

// The account is the transaction's, whatever the payload says. The console adds one kind of job, which
// takes what it tells, and to whom, from the case itself. A worker that has stopped beating is
// dead, and what it held is free again; the queue's own patience is four hours.
const definitions = `
  create or replace function ${QUEUE_SCHEMA}.enqueue(task text, payload jsonb,
    run_at timestamptz default null) returns void
  language sql volatile security definer
  set search_path = pg_catalog, ${QUEUE_SCHEMA}, pg_temp
  as $$
    select ${QUEUE_SCHEMA}.add_job(task, (payload || jsonb_build_object(
      'accountId', current_setting('app.account_id')::uuid))::json, run_at => run_at);
  $$;

  create or replace function ${QUEUE_SCHEMA}.tell_of_request(request uuid, news text) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, ${QUEUE_SCHEMA}, pg_temp
  as $$
  begin
    if public.stated_account() is null then
      raise exception 'No look is stated.';
    end if;
    perform ${QUEUE_SCHEMA}.add_job('tell_of_request', json_build_object(
      'accountId', public.stated_account(), 'requestId', request, 'news', news));
  end $$;

  create table if not exists ${QUEUE_SCHEMA}.beats (
    worker_id text primary key,
    at timestamptz not null default now()
  );

  create or replace function ${QUEUE_SCHEMA}.beat(worker text, patience interval) returns void
  language sql volatile
  as $$
    insert into ${QUEUE_SCHEMA}.beats (worker_id) values (worker)
      on conflict (worker_id) do update set at = now();
    delete from ${QUEUE_SCHEMA}.beats where at < now() - patience;
    select ${QUEUE_SCHEMA}.force_unlock_workers(array(
      select distinct locked_by from ${QUEUE_SCHEMA}._private_jobs
       where locked_by is not null and locked_at < now() - patience
         and not exists (select from ${QUEUE_SCHEMA}.beats where worker_id = locked_by)));
  $$;

  revoke execute on all functions in schema ${QUEUE_SCHEMA} from public;
  grant usage on schema ${QUEUE_SCHEMA} to handover_app, handover_agent;
  grant execute on function ${QUEUE_SCHEMA}.tell_of_request(uuid, text) to handover_agent;
  grant execute on function ${QUEUE_SCHEMA}.enqueue(text, jsonb, timestamptz) to handover_app;`;
