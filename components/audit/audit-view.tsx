import { AuditFilterForm, type LogPerson } from "#components/audit/audit-filter-form";
import { EventsByDay } from "#components/audit/events-by-day";
import { NoEvents, NoSuchPerson } from "#components/audit/no-events";
import { PersonMatches } from "#components/audit/person-matches";
import { ShownEvents } from "#components/audit/shown-events";
import { HelpLink } from "#components/help/help-link";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { auditHref } from "#lib/audit/audit-href";
import type { AuditEvent } from "#lib/audit/events";
import type { AuditFilter } from "#lib/audit/filter";
import type { DateStyle } from "#lib/dates";
import type { Page } from "#lib/keyset";
import { plural } from "#lib/plurals";

export type AuditViewProps = {
  people: LogPerson[] | null;
  person: LogPerson | null;
  /** Whom `filter.who` fits, where that is not one person. */
  matches: { people: LogPerson[]; hasMore: boolean } | null;
  page: Page<AuditEvent>;
  filter: AuditFilter;
  dates: DateStyle;
};

/** The account log as sentences, newest first. All of its state is in the address. */
export function AuditView({ people, person, matches, page, filter, dates }: AuditViewProps) {
  const { who, cursor, ...events } = filter;
  const shown = { ...events, person: person?.id };
  const isPersonUnknown = !matches && !person && who !== "" && filter.person !== undefined;
  const address = (to: string | null) => (to ? auditHref({ ...shown, cursor: to }) : undefined);
  return (
    <>
      <PageHeader
        title="Account log"
        aside={<HelpLink page="account-log" />}
        description="Every change in this account, by whom and when. Nothing here can be changed or removed."
        breadcrumb={[{ label: "Admin", href: "/admin" }]}
      />
      <AuditFilterForm people={people} person={person} filter={filter} timeZone={dates.timeZone} />
      {matches && <PersonMatches search={who ?? ""} filter={shown} {...matches} />}
      {isPersonUnknown && <NoSuchPerson filter={shown} />}
      {!matches && !isPersonUnknown && (
        <>
          <ShownEvents
            filter={shown}
            personName={person?.name}
            dates={dates}
            canExport={page.rows.length > 0}
          />
          {page.rows.length > 0 ? (
            <EventsByDay events={page.rows} dates={dates} />
          ) : (
            <NoEvents filter={shown} />
          )}
        </>
      )}
      {page.rows.length > 0 && (
        <Pagination
          label="Account log"
          range={plural(page.rows.length, "event")}
          previousHref={address(page.previous)}
          nextHref={address(page.next)}
        />
      )}
    </>
  );
}
