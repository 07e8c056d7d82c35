import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { testDatabase } from "#tests/support/database";

/** How long a worker is waited for here before it counts as dead; 30 seconds elsewhere. */
const PATIENCE_SECONDS = 6;

export type Workers = {
  /** What they have printed so far. */
  output(): string;
  /** SIGKILL: no worker ends anything it has begun. */
  kill(): Promise<void>;
  /** SIGTERM: each ends what it has begun. */
  stop(): Promise<void>;
};

/** Several `npm run worker` on this worker's database, each a process of its own. */
export function startWorkers(count: number, smtpUrl: string): Workers {
  const { appUrl, workerUrl } = testDatabase();
  let output = "";
  const workers = Array.from({ length: count }, () => {
    const worker = spawn(process.execPath, ["lib/commands/worker.ts"], {
      env: {
        ...process.env,
        HANDOVER_APP_URL: appUrl,
        HANDOVER_WORKER_URL: workerUrl,
        HANDOVER_SECRET: "a secret of the killed workers' tests",
        HANDOVER_URL: "https://handover.example.com",
        SMTP_URL: smtpUrl,
        JOBS_PATIENCE: String(PATIENCE_SECONDS),
        LOG_LEVEL: "info",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    return worker;
  });
  return {
    output: () => output,
    kill: () => end(workers, "SIGKILL"),
    stop: () => end(workers, "SIGTERM"),
  };
}

async function end(workers: ChildProcess[], signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  const living = workers.filter(({ exitCode, signalCode }) => exitCode === null && !signalCode);
  await Promise.all(
    living.map((worker) => {
      const ended = once(worker, "exit");
      worker.kill(signal);
      return ended;
    }),
  );
}
