import type { Page } from "@playwright/test";
import type { Screen } from "#tests/support/contact-screens";
import { linkIn, mailsTo } from "#tests/support/e2e-mails";

const reduce = "/admin/subscription/reduce";

import { stateScreens } from "#tests/support/state-screens";

/** The subscription and what is done about user spots, in the demo's account. */
export const spotScreens: Screen[] = [
  { name: "admin-subscription", open: (page) => page.goto("/admin/subscription") },
  { name: "add-spots", open: (page) => page.goto("/admin/subscription/add?count=2") },
  { name: "add-spots-bad", open: (page) => page.goto("/admin/subscription/add?count=3.5") },
  ...["1", "2", "3", "4"].map((step) => ({
    name: `reduce-step-${step}`,
    open: (page: Page) => openReduction(page, step),
  })),
  {
    name: "reduce-bad-total",
    open: (page) => page.goto(`${reduce}?step=3&total=ten`),
  },
  { name: "reduce-changed", open: (page) => openReduction(page, "4", "&seen=0") },
  { name: "reduce-receipt", open: openReceipt },
  { name: "reduce-replacing", open: (page) => page.goto(`${reduce}?step=3&total=10`) },
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
  ...stateScreens,
];

/** With a total that is one less than now. */
async function openReduction(page: Page, step: string, more = ""): Promise<void> {
  await page.goto(`${reduce}?step=2`);
  const now = Number(
    /You have (\d+)/.exec((await page.getByRole("main").textContent()) ?? "")?.[1],
  );
  await page.goto(`${reduce}?step=${step}&total=${now - 1}${more}`);
}

let receipt: string | undefined;

async function openReceipt(page: Page): Promise<void> {
  if (receipt) {
    await page.goto(receipt);
    return;
  }
  await openReduction(page, "4");
  await page.getByRole("button", { name: "Reduce user spots" }).click();
  await page.waitForURL("**/changes/*");
  receipt = page.url();
}

async function askForCard(page: Page, holder: string): Promise<void> {
  await page.goto("/admin/subscription/card");
  await page.getByLabel("Card holder’s name").fill(holder);
  await page.getByLabel("Last four digits of the card").fill("4417");
  await page.getByLabel("Billing e-mail").fill("bills@reyes.example");
  await page.getByRole("button", { name: "Ask for the change" }).click();
  await page.getByRole("main").locator("[role=status], [role=alert]").first().waitFor();
}
