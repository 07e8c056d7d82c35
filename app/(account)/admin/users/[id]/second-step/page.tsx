import { randomUUID } from "node:crypto";
import { resetSecondStepAction } from "#app/(account)/admin/users/actions";
import { ResetSecondStepView } from "#components/users/reset-second-step-view";
import { found } from "#lib/found";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";
import { supportEmail } from "#lib/support-email";
import { getSecondStepResetPage } from "#lib/users/second-step-reset-page";

export default async function ResetSecondStepPage(
  props: PageProps<"/admin/users/[id]/second-step">,
) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const page = await found(id, (userId) => getSecondStepResetPage(actor, userId));
  return (
    <ResetSecondStepView
      {...page}
      dates={await readerOf(actor.timeZone)}
      supportEmail={supportEmail()}
      action={resetSecondStepAction}
      requestId={randomUUID()}
    />
  );
}
