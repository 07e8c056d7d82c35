import { randomUUID } from "node:crypto";
import { proposeRescueAction } from "#app/support/(console)/accounts/[id]/rescue/actions";
import { RescueView } from "#components/support/rescue-view";
import { requireAgentInAccount } from "#lib/agent-session";
import { searchText } from "#lib/input";
import { readerOf } from "#lib/reader";
import { rescueRoles } from "#lib/support/propose-rescue";
import { getRescuePage } from "#lib/support/rescue-page";

export default async function RescuePage(props: PageProps<"/support/accounts/[id]/rescue">) {
  const { id } = await props.params;
  const actor = await requireAgentInAccount(id, ...rescueRoles);
  const { q } = await props.searchParams;
  return (
    <RescueView
      {...(await getRescuePage(actor, searchText.parse(q)))}
      account={{ id, name: actor.accountName }}
      dates={await readerOf(actor.timeZone)}
      action={proposeRescueAction}
      requestId={randomUUID()}
    />
  );
}
