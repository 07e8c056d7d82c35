import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { AUDIT_PATH, auditHref } from "#lib/audit/audit-href";
import type { EventFilter } from "#lib/audit/filter";

type NoEventsProps = { filter: EventFilter };

/** Where the address names somebody who is not of this account. */
export function NoSuchPerson({ filter }: NoEventsProps) {
  return (
    <EmptyState
      title="There is no such person in this account"
      actions={<ButtonLink href={auditHref(filter)}>Show everybody's events</ButtonLink>}
    >
      The address may be mistyped, or the person belongs to another account.
    </EmptyState>
  );
}

/** Why there is nothing to see, and the ways on. */
export function NoEvents({ filter }: NoEventsProps) {
  const { person, kind, from, to } = filter;
  if (!person && !kind && !from && !to) return <EmptyState title="Nothing has happened yet" />;
  const hasDays = from !== undefined || to !== undefined;
  const missed = [
    ...(person ? ["by or about this person"] : []),
    ...(kind ? ["of this kind"] : []),
    ...(hasDays ? ["on these days"] : []),
  ];
  return (
    <EmptyState
      title="No event fits"
      actions={
        <>
          {hasDays && (person || kind) && (
            <ButtonLink href={auditHref({ person, kind })}>Show all days</ButtonLink>
          )}
          <ButtonLink href={AUDIT_PATH}>Show all events</ButtonLink>
        </>
      }
    >
      The log holds nothing {missed.join(" ")}.
    </EmptyState>
  );
}
