import { HelpLink } from "#components/help/help-link";
import { AskForRemoval, type AskForRemovalProps } from "#components/owner-requests/ask-for-removal";
import { EndedCases } from "#components/owner-requests/ended-cases";
import { OpenCase, type OpenCaseProps } from "#components/owner-requests/open-case";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { auditHref } from "#lib/audit/audit-href";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";

type OwnerRequestViewProps = {
  cases: OpenCaseProps["request"][];
  /** What was just done, from the account log. */
  done: AuditEvent | null;
} & Omit<OpenCaseProps, "request"> &
  AskForRemovalProps;

/** "Account Owner request": the account's cases with every step, and asking for another one. */
export function OwnerRequestView(props: OwnerRequestViewProps) {
  const { cases, done } = props;
  const isOver = ({ outcome, state }: (typeof cases)[number]) => outcome || state === "expired";
  // One that leaves something to do comes before asking for another.
  const ended = cases.filter(isOver);
  return (
    <>
      <PageHeader
        title="Account Owner request"
        description="Nobody in your account can take Account Owner status away. Our support can: two of its people together, once every Account Owner was told."
        aside={<HelpLink page="when-an-account-owner-leaves" />}
        breadcrumb={[{ label: "Admin", href: "/admin" }]}
      />
      {done && <Notice tone="ok" focus={done} title={eventSentence(done)} />}
      {cases
        .filter((request) => !isOver(request))
        .map((request) => (
          <OpenCase key={request.id} {...props} request={request} />
        ))}
      <EndedCases cases={ended.filter(({ inactivable }) => inactivable)} dates={props.dates} />
      <AskForRemoval {...props} />
      <EndedCases cases={ended.filter(({ inactivable }) => !inactivable)} dates={props.dates} />
      {ended.length > 0 && (
        <p className="hint">
          Every step stands in the{" "}
          <TextLink href={auditHref({ kind: "support" })}>account log</TextLink> too, for ever.
        </p>
      )}
    </>
  );
}
