/** Runs an entry point: what it throws becomes one sentence and a failing exit code. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isAsked = process.env.LOG_LEVEL === "debug" && error instanceof Error;
    process.stderr.write(`${isAsked ? error.stack : sentenceOf(error)}\n`);
    process.exit(1);
  }
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A failed connection to several addresses has its sentences inside, and none itself.
  if (error instanceof AggregateError && error.errors[0]) return sentenceOf(error.errors[0]);
  return error.message;
}
