type Release = () => unknown;

const releases: Release[] = [];
let stoppingSince: number | undefined;
// Of the network, of postgres.js, and of a server that lets nobody in or knows no such database.
const unreachable = /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_|CONNECT|28|3D000|57P03|53300)/;

/**
 * Runs an entry point. What it throws becomes one sentence and a failing exit code; when it fails,
 * or the process is told to stop, everything held is released, the last one first.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) stopWithParent();
  try {
    await command();
  } catch (error) {
    if (stoppingSince !== undefined) return;
    process.stderr.write(`${sentenceOf(error)}\n`);
    await leave(1);
  }
}

/** Has `release` called when the command ends. */
export function hold(release: Release): void {
  releases.push(release);
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function stop(): void {
  if (stoppingSince === undefined) leave(0);
  // Who asks again does not want to wait; but npm may pass on what the terminal has sent already.
  else if (performance.now() - stoppingSince > 1000) process.exit(1);
}

/** Told to stop, npm tells its shell, and the shell ends without a word to us. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stoppingSince === undefined && stop(), 500).unref();
}

/** Releases everything held and ends the process. */
export async function leave(code: number): Promise<void> {
  stoppingSince = performance.now();
  for (const release of releases.reverse()) {
    try {
      await release();
    } catch (error) {
      process.stderr.write(`${sentenceOf(error)}\n`);
    }
  }
  process.exit(code);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.env.LOG_LEVEL === "debug") return String(error.stack);
  // A connection that failed at several addresses has its sentences inside, and none itself.
  if (error instanceof AggregateError && error.errors[0]) return sentenceOf(error.errors[0]);
  // What Drizzle throws holds the whole statement; what the database said is its cause.
  if ("query" in error && error.cause) return sentenceOf(error.cause);
  const code = "code" in error ? String(error.code) : "";
  if (code === "28P01") {
    const hint = "is HANDOVER_SECRET what it was when `npm run db:migrate` set the passwords?";
    return `The database cannot be used: ${error.message} (${hint})`;
  }
  return unreachable.test(code) ? `The database cannot be used: ${error.message}.` : error.message;
}
