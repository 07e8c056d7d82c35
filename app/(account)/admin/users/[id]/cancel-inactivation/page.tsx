import { randomUUID } from "node:crypto";
import { cancelInactivationAction } from "#app/(account)/admin/users/actions";
import { CancelInactivationView } from "#components/users/cancel-inactivation-view";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";
import { getCancellationPage } from "#lib/users/cancellation-page";

export default async function CancelInactivationPage(
  props: PageProps<"/admin/users/[id]/cancel-inactivation">,
) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const page = await found(id, (userId) => getCancellationPage(actor, userId));
  return (
    <CancelInactivationView
      {...page}
      dates={await readerOf(actor.timeZone)}
      action={cancelInactivationAction}
      requestId={randomUUID()}
    />
  );
}
