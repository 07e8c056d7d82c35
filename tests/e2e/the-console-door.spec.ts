import { expect, test } from "#tests/support/e2e-test";

test("an agent signs in with password and code", async ({ enterConsole }) => {
  const page = await enterConsole("lead", { expected: /404/ });
  await page.goto("/support/sign-in");
  await expect(page).toHaveURL(/\/support\/cases$/);
});
