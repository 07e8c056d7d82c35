import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** What a browser of tests is started with; as root Chromium runs without its sandbox only. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The program of a Chromium or Chrome that starts here, if there is one. */
export function findBrowser(): string | undefined {
  const { PLAYWRIGHT_CHROMIUM, CHROME_PATH, PATH = "" } = process.env;
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    PLAYWRIGHT_CHROMIUM,
    CHROME_PATH,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    chromium.executablePath(),
  ];
  return candidates.find((path) => path && existsSync(path) && starts(path));
}

/** Finds a browser or installs one the ordinary way; throws one sentence if none can be had. */
export function requireBrowser(): string {
  const steps = [installPlaywrights, installDebians];
  for (;;) {
    const found = findBrowser();
    if (found) return found;
    const install = steps.shift();
    if (!install) break;
    install();
  }
  throw new Error(
    "The browser tests need Chromium or Chrome, and none was found and none could be installed: " +
      "install one, or set PLAYWRIGHT_CHROMIUM to its program.",
  );
}

// Not every program of the name is a browser: some only say that one could be installed.
function starts(path: string): boolean {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 && /chrom/i.test(stdout);
}

function installPlaywrights(): void {
  run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}

function installDebians(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
}

/** Whether it helped shows when the browser is looked for again. */
function run(program: string, args: string[]): void {
  process.stdout.write(`No Chromium was found: ${program} ${args.join(" ")}\n`);
  try {
    execFileSync(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    process.stdout.write(`${program} could not install it.\n`);
  }
}
