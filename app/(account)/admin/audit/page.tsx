import { AuditView } from "#components/audit/audit-view";
import { getAuditPage } from "#lib/audit/audit-page";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

export default async function AuditPage(props: PageProps<"/admin/audit">) {
  const actor = await requireAdmin();
  const { after } = await props.searchParams;
  const page = await getAuditPage(actor, typeof after === "string" ? after : undefined);
  return <AuditView page={page} dates={await readerOf(actor.timeZone)} />;
}
