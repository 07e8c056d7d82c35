import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Runner, run, type WorkerEvents } from "graphile-worker";
import postgres, { type Sql } from "postgres";
import { QUEUE_SCHEMA } from "#db/queue";
import { describeError } from "#lib/http/describe-error";
import { crontab, taskList } from "#lib/jobs/tasks";
import { log } from "#lib/log";
import { closeTransport } from "#lib/mail/transport";

/** A worker not heard of for so many seconds is dead, and what it held is done by another. */
const PATIENCE = Number(process.env.JOBS_PATIENCE || 30);
const BEAT_MILLISECONDS = (PATIENCE * 1000) / 3;
const AT_ONCE = 3;
const RESTART_MILLISECONDS = 5000;

export type Jobs = { stop(): Promise<void> };

/** Does the queue's jobs as role handover_worker until it is stopped, also after outages. */
export function runJobs(): Jobs {
  const url = process.env.HANDOVER_WORKER_URL ?? "";
  const cuts = new EventTarget();
  const beats = postgres(url, {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => cuts.dispatchEvent(new Event("cut")),
  });
  const stopping = new AbortController();
  const running = keepRunning(url, beats, stopping.signal, cuts);
  return {
    async stop() {
      stopping.abort();
      await running;
      closeTransport();
      await beats.end({ timeout: 5 });
    },
  };
}

async function keepRunning(
  url: string,
  beats: Sql,
  stopping: AbortSignal,
  cuts: EventTarget,
): Promise<void> {
  while (!stopping.aborted) {
    try {
      const runner = await start(url, beats);
      const stop = () => void runner.stop().catch(() => {});
      if (stopping.aborted) stop();
      stopping.addEventListener("abort", stop, { once: true });
      // What was just then to be given back stays locked by these workers, who live: others free it.
      cuts.addEventListener("cut", stop, { once: true });
      await runner.promise;
    } catch (error) {
      log.error({ error: describeError(error) }, "The jobs have stopped and are started anew.");
    }
    await sleep(RESTART_MILLISECONDS, null, { signal: stopping }).catch(() => {});
  }
}

async function start(url: string, beats: Sql): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  let timer: NodeJS.Timeout | undefined;
  events.on("pool:create", ({ workerPool }) => {
    const tell = () => beat(beats, workerPool.id);
    tell();
    timer = setInterval(tell, BEAT_MILLISECONDS);
  });
  events.on("job:error", ({ job, error }) => {
    const facts = { task: job.task_identifier, job: job.id, attempts: job.attempts };
    const isLast = job.attempts >= job.max_attempts;
    log.error(
      { ...facts, error: describeError(error) },
      isLast ? "A job failed for the last time." : "A job failed and is tried again.",
    );
  });
  const runner = await run({
    connectionString: url,
    schema: QUEUE_SCHEMA,
    concurrency: AT_ONCE,
    maxPoolSize: AT_ONCE + 2,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: taskList(),
    crontab,
    logger: quiet,
    events,
  });
  runner.promise.finally(() => clearInterval(timer)).catch(() => {});
  return runner;
}

/** Says that this worker lives, and frees what dead ones held. */
async function beat(beats: Sql, worker: string): Promise<void> {
  try {
    await beats`select ${beats(QUEUE_SCHEMA)}.beat(${worker}, make_interval(secs => ${PATIENCE}))`;
  } catch (error) {
    log.warn({ error: describeError(error) }, "The queue does not answer.");
  }
}

// The queue's own lines carry whole jobs with their payloads; ours name them.
const quiet = new Logger(() => () => {});
