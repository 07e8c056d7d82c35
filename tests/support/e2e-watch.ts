import type { ConsoleMessage, Page } from "@playwright/test";

/** Notes errors in the console (a violated Content-Security-Policy is one) and in scripts. */
export function watch(page: Page, expected: RegExp | undefined, problems: string[]): void {
  const documents = new Set<string>();
  const note = (text: string) => {
    if (!expected?.test(text)) problems.push(`${page.url()}: ${text}`);
  };
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) documents.add(response.url());
  });
  page.on("console", (message) => {
    if (message.type() !== "error" || isStatusOf(documents, message)) return;
    note(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => note(error.stack ?? error.message));
  page.on("crash", () => note("The page crashed."));
}

/** A page that answers 404, as it should, is an error to the console too; its parts are not. */
function isStatusOf(documents: Set<string>, message: ConsoleMessage): boolean {
  return (
    message.text().startsWith("Failed to load resource: the server responded with a status of") &&
    documents.has(message.location().url)
  );
}
