import { AuditView } from "#components/audit/audit-view";
import { getAuditPage } from "#lib/audit/audit-page";
import { auditFilterSchema } from "#lib/audit/filter";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

export default async function AuditPage(props: PageProps<"/admin/audit">) {
  const actor = await requireAdmin();
  const { after, ...parameters } = await props.searchParams;
  const filter = auditFilterSchema.parse({ ...parameters, cursor: after });
  const page = await getAuditPage(actor, filter);
  return <AuditView {...page} filter={filter} dates={await readerOf(actor.timeZone)} />;
}
