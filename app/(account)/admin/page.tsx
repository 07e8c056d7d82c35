import { SectionLinks } from "#components/shell/section-links";
import { OpenTransfers } from "#components/transfers/open-transfers";
import { PageHeader } from "#components/ui/page-header";
import { requireAdmin } from "#lib/session";
import { listOpenTransfers } from "#lib/transfers/planned-page";

export default async function AdminPage() {
  const actor = await requireAdmin();
  return (
    <>
      <PageHeader title="Admin" />
      <OpenTransfers transfers={await listOpenTransfers(actor)} />
      <SectionLinks
        sections={[
          {
            title: "Manage Users",
            links: [
              {
                label: "Add/Edit users",
                href: "/admin/users",
                description: "Who has access, make someone inactive or active, add a user",
              },
            ],
          },
          {
            title: "Manage My Account",
            links: [
              {
                label: "Update subscription",
                href: "/admin/subscription",
                description:
                  "User spots, what they cost and until when they are paid, the card on file, invoices",
              },
              {
                label: "Sign-in rules",
                href: "/admin/sign-in-rules",
                description: "Two-step sign-in of all admins: who has it, and whether they must",
              },
              {
                label: "Account log",
                href: "/admin/audit",
                description: "Who did what to whom, and when",
              },
              {
                label: "Account Owner request",
                href: "/admin/owner-request",
                description:
                  "Ask our support to lift somebody’s Account Owner status, and see how far that has come",
              },
            ],
          },
        ]}
      />
    </>
  );
}
