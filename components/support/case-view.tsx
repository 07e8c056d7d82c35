import { CaseEvidence } from "#components/support/case-evidence";
import { CaseLetters } from "#components/support/case-letters";
import { CaseNext } from "#components/support/case-next";
import { CaseNotes } from "#components/support/case-notes";
import { CaseOutcome } from "#components/support/case-outcome";
import { CaseRequest } from "#components/support/case-request";
import { CaseStepForms } from "#components/support/case-step-forms";
import { CaseSteps } from "#components/support/case-steps";
import type { CaseContent, CaseForms } from "#components/support/case-view-props";
import { StateBadge } from "#components/support/state-badge";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Sheet } from "#components/ui/section";
import { eventSentence } from "#lib/audit/event-sentence";
import { timeZoneText } from "#lib/dates";
import { sentence } from "#lib/sentence";
import { CASES_PATH } from "#lib/support/case-filter";

type CaseViewProps = CaseContent &
  CaseForms & {
    account: { id: string; name: string };
    /** What was just done: an event of the log, or a note. */
    after: string | undefined;
  };

/** One case: what is next and for whom, everything that is known of it, and the steps one can take. */
export function CaseView(props: CaseViewProps) {
  const { request, account, after, events, dates } = props;
  const done = events.find(({ id }) => id === after);
  const result = done ? eventSentence(done) : after === "note" && "Your note is kept.";
  return (
    <>
      <PageHeader
        title={`Case ${request.number}`}
        description={
          (request.kind === "rescue"
            ? sentence`To make ${request.successorName} an Account Owner of ${account.name}, which nobody administers.`
            : sentence`To lift ${request.userName}’s Account Owner status in ${account.name}.`) +
          ` Times are the account’s, ${timeZoneText(dates.timeZone)}.`
        }
        aside={<StateBadge state={request.state} />}
        breadcrumb={[{ label: "Cases", href: CASES_PATH }]}
        actions={
          <>
            <ButtonLink size="sm" href={`/support/accounts/${account.id}`}>
              Open the account
            </ButtonLink>
            <ButtonLink size="sm" href={`/support/accounts/${account.id}/log`}>
              Account log
            </ButtonLink>
          </>
        }
      />
      {result && <Notice tone="ok" focus title={result} />}
      {request.state === "carried_out" ? <CaseOutcome {...props} /> : <CaseNext {...props} />}
      <div className="case-columns">
        <Sheet>
          <CaseRequest {...props} />
          {request.kind === "removal" && <CaseEvidence {...props} />}
          <CaseLetters {...props} />
        </Sheet>
        <CaseStepForms {...props} />
        <Sheet>
          <CaseNotes {...props} />
          <CaseSteps {...props} />
        </Sheet>
      </div>
    </>
  );
}
