import { ByDay } from "#components/audit/by-day";
import { LookLine } from "#components/support/look-line";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { SelectField } from "#components/ui/field";
import { FilterForm } from "#components/ui/filter-form";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import { kindGroupLabels } from "#lib/audit/kind-groups";
import { type DateStyle, timeZoneText } from "#lib/dates";
import { href } from "#lib/hrefs";
import type { Page } from "#lib/keyset";
import { plural } from "#lib/plurals";
import { visibleGroups } from "#lib/support/visible-groups";

export type AccountLogViewProps = {
  account: { id: string; name: string };
  reason: string;
  expiresAt: Date;
  page: Page<AuditEvent>;
  filter: { kind?: (typeof visibleGroups)[number] };
  dates: DateStyle;
};

/** An account's log as support may see it: without links, which would lead into the account. */
export function AccountLogView(props: AccountLogViewProps) {
  const { account, page, filter, dates } = props;
  const home = `/support/accounts/${account.id}`;
  const path = `${home}/log`;
  const address = (after: string | null) =>
    after ? href(path, { kind: filter.kind, after }) : undefined;
  return (
    <>
      <PageHeader
        title="Account log"
        breadcrumb={[
          { label: "Accounts", href: "/support/accounts" },
          { label: account.name, href: home },
        ]}
        description={<LookLine {...props} />}
      />
      <FilterForm
        action={path}
        label="Filter the account log"
        hint={`What tells of contacts is left out: support never sees it. Times are the account's, ${timeZoneText(dates.timeZone)}.`}
      >
        <SelectField label="Kind" name="kind" defaultValue={filter.kind ?? ""}>
          <option value="">All kinds</option>
          {visibleGroups.map((group) => (
            <option key={group} value={group}>
              {kindGroupLabels[group]}
            </option>
          ))}
        </SelectField>
      </FilterForm>
      {page.rows.length > 0 ? (
        <ByDay events={page.rows} dates={dates}>
          {eventSentence}
        </ByDay>
      ) : (
        <EmptyState
          title="No event fits"
          actions={<ButtonLink href={path}>Show all events</ButtonLink>}
        >
          The log holds nothing of this kind that support may see.
        </EmptyState>
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
