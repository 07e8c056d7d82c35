import { defineConfig } from "@playwright/test";
import { browserArguments, findBrowser } from "#tests/support/browser";

// Looked for once: the workers read this file too, and find here what the setup found or installed.
const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? findBrowser();

/** The browser stories. `npm test` runs them too; `npx playwright test` runs them alone. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/support/e2e-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Patient: a busy machine is slow, and only a product that hangs should fail by the clock.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    // Set by the setup, before a worker reads this file.
    baseURL: process.env.E2E_URL,
    locale: "en-GB",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: browserArguments },
  },
  projects: [
    { name: "with-javascript" },
    {
      name: "without-javascript",
      use: { javaScriptEnabled: false },
      grepInvert: /@with-javascript/,
    },
  ],
});
