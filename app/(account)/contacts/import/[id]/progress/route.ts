import { found } from "#lib/found";
import { getImportProgress } from "#lib/imports/import-page";
import { requireAdmin } from "#lib/session";

/** How far it has come, for the page that asks each second. */
export async function GET(
  _request: Request,
  context: RouteContext<"/contacts/import/[id]/progress">,
) {
  const actor = await requireAdmin();
  const { id } = await context.params;
  const progress = await found(id, (importId) => getImportProgress(actor, importId));
  return Response.json(progress, { headers: { "cache-control": "no-store" } });
}
