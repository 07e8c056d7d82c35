import { CaseSteps } from "#components/owner-requests/case-steps";
import type { OpenCaseProps } from "#components/owner-requests/open-case";
import { Badge } from "#components/ui/badge";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Section, Sheet } from "#components/ui/section";
import type { DateStyle } from "#lib/dates";
import { href } from "#lib/hrefs";
import { stateLabels } from "#lib/owner-requests/case-state";
import { caseStateText } from "#lib/owner-requests/state-text";

type EndedCasesProps = { cases: OpenCaseProps["request"][]; dates: DateStyle };

/** What came of earlier cases; one that was carried out leads to the row that has Make Inactive again. */
export function EndedCases({ cases, dates }: EndedCasesProps) {
  if (cases.length === 0) return null;
  return (
    <Sheet>
      {cases.map((request) => (
        <Section
          key={request.id}
          title={`Case ${request.number}: ${request.userName ?? request.successorName}`}
          aside={<Badge>{stateLabels[request.state]}</Badge>}
        >
          <p>{caseStateText(request, dates)}</p>
          {request.endReason && (
            <p>
              Reason:{" "}
              <span className="text-lines" dir="auto">
                {request.endReason}
              </span>
            </p>
          )}
          {request.inactivable && (
            <Notice tone="ok">
              Make Inactive is back in{" "}
              <TextLink href={rowHref(request.inactivable)}>
                <bdi>{request.inactivable.name}</bdi>’s row
              </TextLink>
              .
            </Notice>
          )}
          <details>
            <summary className="link">Every step of case {request.number}</summary>
            <CaseSteps number={request.number} steps={request.steps} dates={dates} />
          </details>
        </Section>
      ))}
    </Sheet>
  );
}

function rowHref({ name, email }: { name: string; email: string | null }): string {
  return href("/admin/users", { q: email ?? name });
}
