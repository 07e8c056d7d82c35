import type { Page } from "@playwright/test";
import type { Screen } from "#tests/support/contact-screens";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";

/** The subscription and what is done about user spots, in the demo's account. */
export const spotScreens: Screen[] = [
  { name: "admin-subscription", open: (page) => page.goto("/admin/subscription") },
  { name: "card", open: (page) => page.goto("/admin/subscription/card") },
  { name: "card-refused", open: (page) => askForCard(page, "Rosa 4111 1111 1111 1111") },
  { name: "card-asked", open: (page) => askForCard(page, "Rosa Reyes") },
  {
    name: "card-confirm",
    open: async (page) => {
      await askForCard(page, "Rosa Reyes");
      await page.goto(linkIn((await mailsTo("billing@alder.example")).at(-1)));
    },
  },
  { name: "card-confirm-over", open: (page) => page.goto("/confirm-card/x/y") },
  { name: "help-the-card-holder", open: (page) => page.goto("/help/the-card-holder") },
];

async function askForCard(page: Page, holder: string): Promise<void> {
  await page.goto("/admin/subscription/card");
  await page.getByLabel("Card holder’s name").fill(holder);
  await page.getByLabel("Last four digits of the card").fill("4417");
  await page.getByLabel("Billing e-mail").fill("bills@reyes.example");
  await page.getByRole("button", { name: "Ask for the change" }).click();
  await page.getByRole("main").locator("[role=status], [role=alert]").first().waitFor();
}
