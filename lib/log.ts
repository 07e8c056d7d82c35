import pino from "pino";

/** One JSON line per event on standard output. Never hand it a row, a form or a header as a whole. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
