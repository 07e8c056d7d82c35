import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Every test: rules, use cases on a real PostgreSQL, forms, then the stories in a real browser.
 * `npm test -- WORD` runs those whose file names contain it. The last line counts them all.
 */
function run(): void {
  const filter = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), "handover-tests-"));
  try {
    const counts = [runVitest(filter, folder), runPlaywright(filter, folder)];
    const passed = counts.reduce((sum, count) => sum + count.passed, 0);
    const failed = counts.reduce((sum, count) => sum + count.failed, 0);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Count = { passed: number; failed: number };

function runVitest(filter: string[], folder: string): Count {
  const file = join(folder, "vitest.json");
  const isGreen = runTool("node_modules/vitest/vitest.mjs", [
    "run",
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...filter,
  ]);
  return readCount(file, isGreen, (report) => ({
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
  }));
}

function runPlaywright(filter: string[], folder: string): Count {
  const file = join(folder, "playwright.json");
  const isGreen = runTool(
    "node_modules/@playwright/test/cli.js",
    ["test", "--pass-with-no-tests", "--reporter=list,json", ...filter],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  return readCount(file, isGreen, ({ stats }) => ({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
  }));
}

function runTool(tool: string, options: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(process.execPath, [tool, ...options], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected: number; flaky: number; unexpected: number };
};

/** A tool that failed without a failed test, or without a report, counts as one failure. */
function readCount(file: string, isGreen: boolean, count: (report: Report) => Count): Count {
  let counted: Count = { passed: 0, failed: 0 };
  try {
    counted = count(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    process.stderr.write(`There is no report of what ran: ${error}\n`);
    return { passed: 0, failed: 1 };
  }
  return isGreen ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

run();
