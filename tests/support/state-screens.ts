import type { Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { Screen } from "#tests/support/contact-screens";

const day = (days: number) => new Date(Date.now() + days * 86_400_000);
const unpaid = { status: "past_due", past_due_since: day(-5) };

/** What stands in the demo's subscription for each state that it can be in. */
const states = {
  trial: { status: "trial" },
  "past-due": { ...unpaid, read_only_at: day(9) },
  "read-only": { ...unpaid, read_only_at: day(-1) },
  cancelled: { cancelled_at: day(-2) },
  ended: { status: "ended", cancelled_at: day(-20), read_only_at: day(-3), renews_at: day(-3) },
};

/** The subscription in states that the demo's is not in, and the pages around it. */
export const stateScreens: Screen[] = [
  { name: "admin-subscription-cancel", open: (page) => page.goto("/admin/subscription/cancel") },
  { name: "help-trial-and-payment", open: (page) => page.goto("/help/trial-and-payment") },
  ...Object.keys(states).map((state) => ({
    name: `subscription-${state}`,
    open: (page: Page) => openIn(page, state as keyof typeof states, "/admin/subscription"),
  })),
  ...["/admin/users/new", "/contacts/new", "/contacts/import", "/contacts"].map((path) => ({
    name: `read-only${path.replaceAll("/", "-")}`,
    open: (page: Page) => openIn(page, "ended", path),
  })),
];

/** Afterwards the subscription is as it was: other screens show a paid one. */
async function openIn(page: Page, state: keyof typeof states, path: string): Promise<void> {
  const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const [before] = await sql`select * from subscriptions ${ofDemo(sql)}`;
    await sql`update subscriptions set ${sql(states[state])} ${ofDemo(sql)}`;
    try {
      await page.goto(path);
    } finally {
      await sql`update subscriptions set ${sql(before ?? {})} ${ofDemo(sql)}`;
    }
  } finally {
    await sql.end();
  }
}

function ofDemo(sql: Sql) {
  return sql`where account_id = (
    select account_id from users where email = 'admin@alder.example')`;
}
