import { found } from "#lib/found";
import { requireMember } from "#lib/session";
import { findTransferProgress } from "#lib/transfers/planned-page";

/** How far a large reassignment is, as its page asks every second. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/transfers/[id]/progress">,
): Promise<Response> {
  const actor = await requireMember();
  const { id } = await params;
  const progress = await found(id, (transferId) => findTransferProgress(actor, transferId));
  return progress ? Response.json(progress) : new Response(null, { status: 404 });
}
