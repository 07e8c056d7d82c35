import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, readFile, rm, writeFile } from "node:fs/promises";
import { hold, runCommand, say } from "#lib/commands/run-command";

const mark = ".next/handover-build";
const sources = [
  "{app,components,db,lib,public}/**/*.{ts,tsx,css,svg,ico,png,json,sql}",
  "{instrumentation,next.config}.ts",
  "postcss.config.mjs",
  "{package,package-lock,tsconfig,tsconfig.build}.json",
];

/** Makes the production build unless the one that is there was made of these very sources. */
export async function buildIfStale(): Promise<void> {
  const hash = await hashSources();
  if (existsSync(".next/BUILD_ID") && (await readMark()) === hash) return;
  say("Building the application. This takes about a minute, and only once.");
  await rm(mark, { force: true });
  await runNextBuild();
  await writeFile(mark, hash);
}

async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(sources)) files.push(file);
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest("hex");
}

function readMark(): Promise<string> {
  return readFile(mark, "utf8").catch(() => "");
}

/** What the build says is shown only when it fails. */
function runNextBuild(): Promise<void> {
  const build = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  hold(() => build.kill());
  const said: Buffer[] = [];
  for (const stream of [build.stdout, build.stderr]) stream.on("data", (chunk) => said.push(chunk));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  build.once("error", reject);
  build.once("close", (code) => {
    if (code === 0) return resolve();
    reject(new Error(`${Buffer.concat(said)}\nThe build failed: see above.`));
  });
  return promise;
}

if (import.meta.main) {
  await runCommand(async () => {
    await buildIfStale();
    say("The production build is up to date.");
  });
}
