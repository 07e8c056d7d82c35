import type { CaseContent } from "#components/support/case-view-props";
import { Moment } from "#components/support/moment";
import { Badge } from "#components/ui/badge";
import { DescriptionList } from "#components/ui/description-list";
import { EmailText } from "#components/ui/email-text";
import { Section } from "#components/ui/section";
import type { CasePerson } from "#lib/support/case-people";

type CaseRequestProps = Pick<CaseContent, "request" | "people" | "dates">;

/** Who asks for what, about whom, and how long it is open. */
export function CaseRequest({ request, people, dates }: CaseRequestProps) {
  const { kind, activeOwners, cardHolderUserId, userId } = request;
  const isLast = activeOwners === 1 && people.concerned?.isOwner;
  const owner = {
    term: "Account Owner concerned",
    value: (
      <>
        <Person person={people.concerned} name={request.userName} />
        <p className="cluster mt-1">
          <Badge>
            {cardHolderUserId !== null && cardHolderUserId === userId
              ? "Is the card holder"
              : "Is not the card holder"}
          </Badge>
          {people.concerned?.isOwner && (
            <Badge tone={isLast ? "warn" : "neutral"}>
              {isLast ? "The last Account Owner" : `One of ${activeOwners} Account Owners`}
            </Badge>
          )}
        </p>
      </>
    ),
  };
  const successor = request.successorName ? (
    <>
      <Person person={people.successor} name={request.successorName} />
      {request.requestedBy !== null && request.requestedBy === request.successorId && (
        <p className="mt-1">
          <Badge tone="warn">Asked for it themselves</Badge>
        </p>
      )}
    </>
  ) : isLast ? (
    "Nobody yet, and somebody is needed"
  ) : (
    "Nobody: another Account Owner stays"
  );
  return (
    <Section title="Request">
      <DescriptionList
        items={[
          { term: "Asked by", value: <AskedBy request={request} /> },
          { term: "Reason", value: <span className="text-lines">{request.reason}</span> },
          ...(kind === "removal" ? [owner] : []),
          { term: kind === "rescue" ? "To become Owner" : "Successor", value: successor },
          { term: "Opened", value: <Opened request={request} dates={dates} /> },
          { term: "Assigned to", value: request.assignedToName ?? "Nobody" },
        ]}
      />
    </Section>
  );
}

function AskedBy({ request }: Pick<CaseRequestProps, "request">) {
  const { capacity, requestedByName, openedByName } = request;
  const as = { admin: "an admin of the account", card_holder: "the card holder", lead: "a lead" };
  return (
    <>
      <bdi>{requestedByName}</bdi>, as {as[capacity]}
      {openedByName && capacity === "card_holder" && `. ${openedByName} opened it for them`}
    </>
  );
}

function Opened({ request, dates }: Pick<CaseRequestProps, "request" | "dates">) {
  const { createdAt, begunAt, expiresAt, endedAt } = request;
  return (
    <>
      <Moment at={createdAt} dates={dates} />
      {begunAt > createdAt && (
        <>
          , begun anew <Moment at={begunAt} dates={dates} />
        </>
      )}
      {!endedAt && (
        <>
          , expires <Moment at={expiresAt} dates={dates} />
        </>
      )}
    </>
  );
}

/** As they are now. */
function Person({ person, name }: { person: CasePerson | null; name: string | null }) {
  if (!person) return <bdi>{name}</bdi>;
  const { status, role, email } = person;
  return (
    <>
      <bdi>{person.name}</bdi>, {status === "inactive" ? "inactive" : `active ${role}`}
      {email && (
        <p className="hint">
          <EmailText address={email} />
        </p>
      )}
    </>
  );
}
