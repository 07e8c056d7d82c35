import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // One more than the least machine has cores: the tests that kill and wait leave theirs idle.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture.test.ts"] },
      },
      {
        extends: true,
        // Unit and component tests keep no state, and share one world per worker: three times as fast.
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/support/template-database.ts",
          setupFiles: "tests/support/worker-database.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: "component",
          include: ["tests/component/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          isolate: false,
          testTimeout: 20_000,
          setupFiles: "tests/support/component.ts",
        },
      },
    ],
  },
});
