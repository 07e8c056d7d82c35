import { createHmac, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Role = "handover_app" | "handover_agent" | "handover_worker";
type Environment = Record<string, string | undefined>;

/** A role's URL: its own variable, else the owner's server with a password from HANDOVER_SECRET. */
export function roleUrl(
  role: Role,
  env: Environment = process.env,
  // Without the owner's, any role's URL tells which server it is.
  ownerUrl = env.DATABASE_URL || env.HANDOVER_APP_URL,
): string {
  const variable = `${role.toUpperCase()}_URL`;
  const own = env[variable];
  if (own) return own;
  if (!ownerUrl) throw new Error(`Set ${variable}, or DATABASE_URL to derive it from.`);
  if (!env.HANDOVER_SECRET) throw new Error(`Set ${variable}, or HANDOVER_SECRET to derive it.`);
  const url = URL.parse(ownerUrl);
  if (!url) throw new Error("DATABASE_URL is no address of a database.");
  url.username = role;
  url.password = createHmac("sha256", env.HANDOVER_SECRET)
    .update(`database role ${role}`)
    .digest("hex");
  if (url.username !== role) throw new Error(`DATABASE_URL names no host, so set ${variable} too.`);
  return url.href;
}

/** A role's URL for the very database that the owner's URL names. */
export function roleUrlBeside(
  ownerUrl: string,
  role: Role,
  env: Environment = process.env,
): string {
  const url = new URL(roleUrl(role, env, ownerUrl));
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}

/** The environment of a command: a missing secret is the local one, but for a real server. */
export function withLocalSecret(env: Environment = process.env): Environment {
  const isDemanded = env.NODE_ENV === "production" && env.DATABASE_URL;
  if (env.HANDOVER_SECRET || isDemanded) return env;
  return { ...env, HANDOVER_SECRET: localSecret() };
}

/** The secret of a development or demo installation, made once and kept in the data folder. */
export function localSecret(dataDirectory = ".data"): string {
  const file = join(dataDirectory, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8");
  mkdirSync(dataDirectory, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
  try {
    // Of two at once, one names its own and both read that.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8");
}
