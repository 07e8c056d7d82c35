import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

/** A standard element that jsdom has not learned yet: React, told so, takes it for a mistake. */
const UNKNOWN_TO_JSDOM = "search";

let consoleError: MockInstance<typeof console.error>;

beforeEach(() => {
  consoleError = vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  cleanup();
  const errors = consoleError.mock.calls.filter(([, tag]) => tag !== UNKNOWN_TO_JSDOM);
  expect(errors, "console.error during the test").toEqual([]);
  consoleError.mockRestore();
});
