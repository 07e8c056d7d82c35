import { randomUUID } from "node:crypto";
import {
  requestOwnerRemovalAction,
  takeOverOwnerRequestAction,
  withdrawOwnerRequestAction,
} from "#app/(account)/admin/owner-request/actions";
import { OwnerRequestView } from "#components/owner-requests/owner-request-view";
import { idOrNone, searchText } from "#lib/input";
import { getOwnerRequestPage } from "#lib/owner-requests/owner-request-page";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";
import { supportEmail } from "#lib/support-email";

export default async function OwnerRequestPage(props: PageProps<"/admin/owner-request">) {
  const actor = await requireAdmin();
  const { owner, colleague, done } = await props.searchParams;
  const page = await getOwnerRequestPage(actor, {
    done: idOrNone.parse(done),
    colleague: searchText.parse(colleague),
  });
  return (
    <OwnerRequestView
      {...page}
      chosen={idOrNone.parse(owner)}
      dates={await readerOf(actor.timeZone)}
      requestId={randomUUID()}
      supportEmail={supportEmail()}
      requestAction={requestOwnerRemovalAction}
      withdrawAction={withdrawOwnerRequestAction}
      takeOverAction={takeOverOwnerRequestAction}
    />
  );
}
