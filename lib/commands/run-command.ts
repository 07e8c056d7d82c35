type Release = () => unknown;

const releases: Release[] = [];
let isStopping = false;

/**
 * Runs an entry point. What it throws becomes one sentence and a failing exit code; when it fails,
 * or the process is told to stop, everything held is released, the last one first.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Who asks twice does not want to wait.
    process.on(signal, () => (isStopping ? process.exit(1) : leave(0)));
  }
  try {
    await command();
  } catch (error) {
    if (isStopping) return;
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

/** Ends the command: a server or a database that is held would keep the process alive. */
export async function leave(code: number): Promise<void> {
  isStopping = true;
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
  return error.message;
}
