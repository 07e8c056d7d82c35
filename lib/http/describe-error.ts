interface DescribedError {
  name: string;
  message: string;
  code?: string;
  constraint?: string;
  digest?: string;
  stack?: string;
  cause?: DescribedError;
}

/**
 * What of an error may stand in the log. A failed query's own message, detail and parameters hold
 * what people typed, so of a database error only the server's sentence and its names are kept.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: "NotAnError", message: typeof error };
  const text = (key: string) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === "string" ? value : undefined;
  };
  const cause = depth < 3 && error.cause !== undefined ? error.cause : undefined;
  return {
    name: error.name,
    message: isQuery(error) ? "Failed query" : withoutValues(error.message, text("code")),
    code: text("code"),
    constraint: text("constraint_name"),
    digest: text("digest"),
    stack: framesOf(error.stack),
    cause: cause === undefined ? undefined : describeError(cause, depth + 1),
  };
}

/** Drizzle's message repeats the statement and its parameters. */
function isQuery(error: Error): boolean {
  return "query" in error && "params" in error;
}

/** Postgres quotes the value that it could not read, and our own sentences may name an address. */
function withoutValues(message: string, code: string | undefined): string {
  const unquoted = code?.startsWith("22") ? message.replace(/"[^"]*"/g, '"…"') : message;
  return unquoted.replace(/\S+@\S+/g, "…@…").slice(0, 300);
}

/** A stack begins with the message, which may run over many lines; the frames alone are safe. */
function framesOf(stack: string | undefined): string | undefined {
  const frames = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return frames?.slice(0, 12).join("\n");
}
