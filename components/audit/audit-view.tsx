import { HelpLink } from "#components/help/help-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { Timeline, TimelineEntry } from "#components/ui/timeline";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import { href } from "#lib/hrefs";
import type { Page } from "#lib/keyset";
import { plural } from "#lib/plurals";

type AuditViewProps = { page: Page<AuditEvent>; dates: DateStyle };

/** The account log as sentences, newest first. */
export function AuditView({ page, dates }: AuditViewProps) {
  const address = (cursor: string | null) =>
    cursor ? href("/admin/audit", { after: cursor }) : undefined;
  return (
    <>
      <PageHeader
        title="Account log"
        aside={<HelpLink page="account-log" />}
        description="Every change in this account, by whom and when. Nothing here can be changed or removed."
        breadcrumb={[{ label: "Admin", href: "/admin" }]}
      />
      {page.rows.length > 0 ? (
        <Section title="Events">
          <Timeline label="Events">
            {page.rows.map((event) => (
              <TimelineEntry
                key={event.id}
                title={eventSentence(event)}
                meta={
                  <Time iso={event.at.toISOString()} exact={exactText(event.at, dates)}>
                    {dateTimeText(event.at, dates)}
                  </Time>
                }
              />
            ))}
          </Timeline>
        </Section>
      ) : (
        <EmptyState title="Nothing has happened yet" />
      )}
      <Pagination
        label="Account log"
        range={plural(page.rows.length, "event")}
        previousHref={address(page.previous)}
        nextHref={address(page.next)}
      />
    </>
  );
}
