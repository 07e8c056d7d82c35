import { describeError } from "#lib/http/describe-error";
import { log } from "#lib/log";

/**
 * When the database is killed, both of its clients let an error go that belongs to nobody: postgres.js
 * still writes to the connection that was cut, and the queue's pool tells of it once more. The query
 * or job has failed already, so these do not end the process; whatever else nobody caught does.
 */
export function outliveCutConnections(): void {
  process.on("uncaughtException", (error) => {
    const facts = { error: describeError(error) };
    if (isCutConnection(error)) {
      log.error(facts, "A connection to the database was cut while it was written to.");
      return;
    }
    log.fatal(facts, "The process ends by an error that nothing was prepared for.");
    process.exit(1);
  });
}

/** Told by a server that shuts down, or by the network. */
const ended = new Set(["57P01", "57P02", "57P03", "ECONNRESET", "EPIPE"]);

function isCutConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { message, stack = "" } = error;
  const { code } = error as NodeJS.ErrnoException;
  return (
    /^Connection terminated/.test(message) ||
    (code !== undefined && ended.has(code)) ||
    (message === "Cannot read properties of null (reading 'write')" &&
      /^ *at Immediate\b/m.test(stack))
  );
}
