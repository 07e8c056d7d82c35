import { downloadProblems } from "#lib/exports/download-problems";
import { found } from "#lib/found";
import { requireAdmin } from "#lib/session";

/** The rows that need a look, as a file. It shows what the admin has uploaded, and changes nothing. */
export async function GET(
  _request: Request,
  context: RouteContext<"/contacts/import/[id]/problems">,
) {
  const actor = await requireAdmin();
  const { id } = await context.params;
  return found(id, (importId) => downloadProblems(actor, importId));
}
