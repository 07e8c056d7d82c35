import { randomUUID } from "node:crypto";
import { openCaseAction } from "#app/support/(console)/accounts/[id]/new-case/actions";
import { OpenCaseView } from "#components/support/open-case-view";
import { requireAgentInAccount } from "#lib/agent-session";
import { getOpenCasePage } from "#lib/support/open-case-page";
import { stepRoles } from "#lib/support/rules";

export default async function NewCasePage(props: PageProps<"/support/accounts/[id]/new-case">) {
  const { id } = await props.params;
  const actor = await requireAgentInAccount(id, ...stepRoles.ask_card_holder);
  return (
    <OpenCaseView
      {...(await getOpenCasePage(actor))}
      account={{ id, name: actor.accountName }}
      action={openCaseAction}
      formId={randomUUID()}
    />
  );
}
