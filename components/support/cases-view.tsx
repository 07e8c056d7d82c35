import { CaseAgesPicture } from "#components/support/case-ages-picture";
import { CaseFilterForm } from "#components/support/case-filter-form";
import { CaseTable, type CaseTableProps } from "#components/support/case-table";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { FilterLinks } from "#components/ui/filter-links";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { Toolbar } from "#components/ui/toolbar";
import type { AgentRole } from "#lib/actor";
import { openStates, stateLabels } from "#lib/owner-requests/case-state";
import { plural } from "#lib/plurals";
import { type AgeCount, type AgeGroup, countOf } from "#lib/support/case-ages";
import { CASES_PATH, type CaseFilter, casesHref } from "#lib/support/case-filter";
import type { AgesDrawing } from "#lib/support/draw-case-ages";

type CasesViewProps = {
  filter: CaseFilter;
  page: { rows: CaseTableProps["cases"]; previous: string | null; next: string | null };
  ages: AgeCount[];
  groups: AgeGroup[];
  drawings: { wide: AgesDrawing; narrow: AgesDrawing };
  agents: { id: string; name: string; role: AgentRole }[];
  agentId: string;
} & Pick<CaseTableProps, "now" | "dates">;

/** The queue: what waits for support, the oldest first, and how old it is. */
export function CasesView(props: CasesViewProps) {
  const { filter, page, ages, groups, drawings, agents, agentId, now, dates } = props;
  const { state: _state, cursor: _cursor, ...others } = filter;
  const to = (state?: CaseFilter["state"]) => casesHref({ ...others, state });
  const toPage = (cursor: string | null) => (cursor ? casesHref({ ...filter, cursor }) : undefined);
  return (
    <>
      <PageHeader
        title="Cases"
        description="What was asked of support about Account Owners. Times are in UTC."
      />
      {countOf(ages) > 0 && filter.state !== "ended" && (
        <CaseAgesPicture groups={groups} drawings={drawings} />
      )}
      <Toolbar>
        <FilterLinks
          label="Cases by state"
          links={[
            { label: "All open", count: countOf(ages), href: to(), current: !filter.state },
            ...openStates.map((state) => ({
              label: stateLabels[state],
              count: countOf(ages, state),
              href: to(state),
              current: filter.state === state,
            })),
            { label: "Ended", href: to("ended"), current: filter.state === "ended" },
          ]}
        />
        <CaseFilterForm filter={filter} agents={agents} agentId={agentId} />
      </Toolbar>
      {page.rows.length === 0 ? (
        <NoCases filter={filter} />
      ) : (
        <>
          <CaseTable
            cases={page.rows}
            hasEnded={filter.state === "ended"}
            now={now}
            dates={dates}
          />
          <Pagination
            label="cases"
            range={`${plural(page.rows.length, "case")}, ${filter.state === "ended" ? "newest" : "oldest"} first`}
            previousHref={toPage(page.previous)}
            nextHref={toPage(page.next)}
          />
        </>
      )}
    </>
  );
}

function NoCases({ filter: { state, assigned, kind } }: { filter: CaseFilter }) {
  if (!state && !assigned && !kind) {
    return (
      <EmptyState
        title="No open cases"
        actions={<ButtonLink href="/support/accounts">Find an account</ButtonLink>}
      >
        Nobody waits for support. A case begins when an admin asks in their account, or when you
        open one for a card holder who calls.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No cases like these"
      actions={<ButtonLink href={CASES_PATH}>See all open cases</ButtonLink>}
    >
      None fits what you chose.
    </EmptyState>
  );
}
