import type { AuditFilter } from "#lib/audit/filter";
import { href } from "#lib/hrefs";

export const AUDIT_PATH = "/admin/audit";

/** The address of the account log, or of its export, with this filter. */
export function auditHref(filter: Partial<AuditFilter>, path = AUDIT_PATH): string {
  const { person, who, kind, from, to, cursor } = filter;
  return href(path, { person, who, kind, from, to, after: cursor });
}
