import { readFile } from "node:fs/promises";

const { PATH, NODE_ENV } = process.env;

/** What PostgreSQL's programs run with: nothing of the caller's PGDATA, language or time zone. */
export const ENVIRONMENT = { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };

/** Why PostgreSQL did not do it, in its own words. */
export async function describeFailure(verb: string, cluster: string, log: string): Promise<Error> {
  const said = (await readFile(log, "utf8").catch(() => "")).trim().split("\n");
  return new Error(
    `PostgreSQL could not ${verb} in ${cluster}; its last words:\n${said.slice(-12).join("\n")}`,
  );
}
