import { createHmac } from "node:crypto";
import { roleUrl } from "#db/urls";

export const OUTBOX = ".data/outbox";

/** Where the server listens. PORT and HOST may change it. */
export function whereToListen(): { port: number; hostname: string } {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT is to be a number from 1 to 65535, and is "${process.env.PORT}".`);
  }
  return { port, hostname: process.env.HOST || "127.0.0.1" };
}

/** Settles the variables that Next, next-auth and the database client read as they are loaded. */
export function settleEnvironment(mode: "development" | "production", ownerUrl?: string): void {
  const { env } = process;
  const { port, hostname } = whereToListen();
  const secret = env.HANDOVER_SECRET ?? "";
  Object.assign(env, {
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    HANDOVER_APP_URL: roleUrl("handover_app", env, ownerUrl),
    HANDOVER_AGENT_URL: roleUrl("handover_agent", env, ownerUrl),
    HANDOVER_WORKER_URL: roleUrl("handover_worker", env, ownerUrl),
    HANDOVER_URL: publicUrl(env.HANDOVER_URL || `http://${hostname}:${port}`),
    NEXTAUTH_SECRET: sessionSecret(secret),
  });
  env.NEXTAUTH_URL = env.HANDOVER_URL;
}

/** What cookies, links and second steps are made with. */
export function sessionSecret(secret: string): string {
  return createHmac("sha256", secret).update("session cookie").digest("hex");
}

/** Demo and development keep mail in a folder, shown at /outbox, unless there is a mail server. */
export function settleOutbox(): void {
  if (!process.env.SMTP_URL) process.env.HANDOVER_OUTBOX ||= OUTBOX;
}

function publicUrl(value: string): string {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/") {
    throw new Error(
      `HANDOVER_URL is to be an address such as https://handover.example.com, and is "${value}".`,
    );
  }
  return url.origin;
}
