import { DescriptionList } from "#components/ui/description-list";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { CaseFacts } from "#lib/owner-requests/state-text";

type CaseDetailsProps = {
  request: CaseFacts & { reason: string; expiresAt: Date };
  dates: DateStyle;
};

/** Who asks for what and why, what was said against it, and until when it waits. */
export function CaseDetails({ request, dates }: CaseDetailsProps) {
  const { kind, reason, successorName, objection, decision, expiresAt } = request;
  return (
    <DescriptionList
      items={[
        { term: "Asked for by", value: <bdi>{askedBy(request)}</bdi> },
        { term: "Reason", value: <Words>{reason}</Words> },
        ...(kind === "removal" && successorName
          ? [{ term: "Next Account Owner", value: <bdi>{successorName}</bdi> }]
          : []),
        ...(objection ? [{ term: "Objection", value: <Words>{objection}</Words> }] : []),
        ...(decision ? [{ term: "Decision", value: <Words>{decision}</Words> }] : []),
        { term: "Waiting time", value: waitText(request, dates) },
        { term: "Expires", value: dateTimeText(expiresAt, dates) },
      ]}
    />
  );
}

function Words({ children }: { children: string }) {
  return (
    <span className="text-lines" dir="auto">
      {children}
    </span>
  );
}

function askedBy({ capacity, requestedByName }: CaseFacts): string {
  if (capacity === "card_holder") return `${requestedByName}, the card holder`;
  return capacity === "lead" ? `${requestedByName} of support` : requestedByName;
}

function waitText({ agreedAt, waitsUntil, userName }: CaseFacts, dates: DateStyle) {
  if (agreedAt) {
    return (
      <>
        None: <bdi>{userName}</bdi> agreed
      </>
    );
  }
  return `until ${dateTimeText(waitsUntil, dates)}`;
}
