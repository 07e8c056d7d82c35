import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "#tests/support/e2e-test";

const ALLOWED = 25_000;
const folder = ".data/empty-page";

test("the user table ships at most 25 kB of JavaScript more than an empty page", {
  tag: "@with-javascript",
}, async ({ account, enter }) => {
  const page = await enter(account.admin);
  const scripts = new Map<string, number>();
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(response.url(), gzipSync(await response.body()).length);
  });
  await page.goto("/admin/users", { waitUntil: "networkidle" });
  const users = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  const empty = weighEmptyPage();
  test.info().annotations.push({ type: "bytes", description: `${users} and ${empty}` });
  process.stdout.write(`JavaScript, gzipped: user table ${users}, empty page ${empty} bytes\n`);
  expect(empty).toBeGreaterThan(50_000);
  expect(users - empty).toBeLessThanOrEqual(ALLOWED);
});

/** Builds an application of one empty page with the same Next, and adds up the scripts it names. */
function weighEmptyPage(): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  const files = {
    "app/layout.js":
      "export default function Layout({ children }) { return <html><body>{children}</body></html>; }",
    "app/page.js": "export default function Page() { return null; }",
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
    "package.json": '{ "type": "module" }',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  execFileSync(process.execPath, ["node_modules/next/dist/bin/next", "build", folder], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "pipe",
  });
  const html = readFileSync(join(folder, ".next/server/app/index.html"), "utf8");
  // A script for browsers without modules is not loaded by ours.
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const paths = tags.flatMap(([tag]) => /src="\/_next\/([^"?]+)/.exec(tag)?.[1] ?? []);
  return [...new Set(paths)]
    .map((path) => gzipSync(readFileSync(join(folder, ".next", path))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}
