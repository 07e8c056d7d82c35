import { randomUUID } from "node:crypto";
import { reassignContactsAction } from "#app/(account)/contacts/reassign/actions";
import { ReassignView } from "#components/transfers/reassign-view";
import { requireMember } from "#lib/session";
import { readReassignAddress } from "#lib/transfers/reassign-address";
import { getReassignPage } from "#lib/transfers/reassign-page";

/** Which contacts, who gets which, a preview of that, and the button that does it. */
export default async function ReassignPage(props: PageProps<"/contacts/reassign">) {
  const actor = await requireMember();
  const address = readReassignAddress(await props.searchParams);
  return (
    <ReassignView
      {...address}
      {...(await getReassignPage(actor, address))}
      action={reassignContactsAction}
      requestId={randomUUID()}
    />
  );
}
