import { withOwnDatabase } from "#tests/support/e2e-away";
import { expect, type Page, signIn, test } from "#tests/support/e2e-test";

// With JavaScript React complains of the failed render, and the browser of the answer.
const complaints = /status of 500|React error|Server Components render/;
const honest = /could not be shown|failed on our side/;

test("without its database the server says so honestly, and goes on when it is back, without a restart", async ({
  visit,
}, { project }) => {
  await withOwnDatabase(project.name, async ({ url, account, stopDatabase, startDatabase }) => {
    const health = async () => {
      const answer = await fetch(`${url}/api/health`);
      return { status: answer.status, ...(await answer.json()) };
    };
    const page = await visit({ expected: complaints });
    await signIn(page, account.admin, url);
    await expect(page).toHaveURL(/\/contacts$/);
    expect(await health()).toEqual({ status: 200, live: true, ready: true });

    const contact = `${url}/contacts/${account.contact.id}`;
    await page.goto(contact);
    await page.getByLabel("What happened").fill("While the database is away");
    await stopDatabase();
    await page.getByRole("button", { name: "Add to History" }).click();
    await expectHonesty(page);
    expect((await page.goto(`${url}/contacts`))?.status()).toBe(500);
    await expectHonesty(page);
    expect(await health()).toMatchObject({ status: 503, live: true, ready: false });
    const stranger = await visit({ expected: complaints });
    await signIn(stranger, account.owner, url);
    await expectHonesty(stranger);

    await startDatabase();
    await expect(async () => {
      expect((await page.goto(contact))?.status()).toBe(200);
    }).toPass({ timeout: 30_000 });
    await expect(page.getByText("While the database is away")).toHaveCount(0);
    await page.getByLabel("What happened").fill("It is back");
    await page.getByRole("button", { name: "Add to History" }).click();
    await expect(page.getByRole("list", { name: /^History/ })).toContainText("It is back");
    expect(await health()).toEqual({ status: 200, live: true, ready: true });
    // What a page still loads when its server ends is no complaint of this story.
    await page.close();
    await stranger.close();
  });
});

async function expectHonesty(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(honest);
  await expect(page.getByRole("main")).not.toContainText(/postgres|ECONN|select |digest/i);
}
