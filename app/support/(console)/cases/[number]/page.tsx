import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  askCardHolderAction,
  assignCaseAction,
  carryOutCaseAction,
  decideObjectionAction,
  nameSuccessorAction,
  noteCallbackAction,
  noteInCaseAction,
  refuseCaseAction,
  reopenCaseAction,
  verifyCaseAction,
  withdrawCaseAction,
} from "#app/support/(console)/cases/[number]/actions";
import { CaseView } from "#components/support/case-view";
import { requireAgentInCase } from "#lib/agent-session";
import { readerOf } from "#lib/reader";
import { getCasePage } from "#lib/support/case-page";
import { stepsOf } from "#lib/support/steps-of";

const searchSchema = z.object({
  after: z.uuid().or(z.literal("note")).optional().catch(undefined),
});

const actions = {
  verify: verifyCaseAction,
  carry_out: carryOutCaseAction,
  decide: decideObjectionAction,
  ask_card_holder: askCardHolderAction,
  note_callback: noteCallbackAction,
  name_successor: nameSuccessorAction,
  assign: assignCaseAction,
  note: noteInCaseAction,
  refuse: refuseCaseAction,
  withdraw: withdrawCaseAction,
  reopen: reopenCaseAction,
};

export default async function CasePage(props: PageProps<"/support/cases/[number]">) {
  const { number } = await props.params;
  const actor = await requireAgentInCase(number);
  const { after } = searchSchema.parse(await props.searchParams);
  const content = await getCasePage(actor);
  return (
    <CaseView
      {...content}
      account={{ id: actor.accountId, name: actor.accountName }}
      after={after}
      agentId={actor.agentId}
      steps={stepsOf(actor, content.request).map((step) => ({ ...step, formId: randomUUID() }))}
      actions={actions}
      dates={await readerOf(actor.timeZone)}
    />
  );
}
