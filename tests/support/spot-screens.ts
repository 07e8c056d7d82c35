import postgres from "postgres";
import type { Screen } from "#tests/support/contact-screens";

/** The subscription and what is done about user spots, in the demo's account. */
export const spotScreens: Screen[] = [
  { name: "admin-subscription", open: (page) => page.goto("/admin/subscription") },
  {
    name: "subscription-scheduled",
    open: async (page) => {
      await scheduleReduction();
      await page.goto("/admin/subscription");
      await page.getByText("The same as a table").click();
    },
  },
  { name: "invoice", open: (page) => page.goto("/admin/subscription/invoices/1") },
];

/** As the demo's admin would: from the renewal on two spots fewer. */
async function scheduleReduction(): Promise<void> {
  const sql = postgres(process.env.E2E_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await sql`
      insert into seat_schedules (account_id, from_total, to_total, effective_at, created_by)
      select a.id, a.seats_total, a.seats_used, s.renews_at, u.id
      from accounts a
      join subscriptions s on s.account_id = a.id
      join users u on u.account_id = a.id and u.email = 'admin@alder.example'
      where a.seats_used < a.seats_total and not exists (
        select from seat_schedules where account_id = a.id and ended_at is null)`;
  } finally {
    await sql.end();
  }
}
