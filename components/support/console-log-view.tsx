import { ByDay } from "#components/audit/by-day";
import { ConsoleLine } from "#components/support/console-line";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { SelectField, TextField } from "#components/ui/field";
import { FilterForm } from "#components/ui/filter-form";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import type { DateStyle } from "#lib/dates";
import { href } from "#lib/hrefs";
import type { Page } from "#lib/keyset";
import { plural } from "#lib/plurals";
import type { ConsoleEvent } from "#lib/support/console-sentence";

export type ConsoleLogViewProps = {
  page: Page<ConsoleEvent>;
  agents: { id: string; name: string; status: "active" | "inactive" }[];
  filter: { agent?: string; account?: string };
  /** Whether an account was asked for that cannot be one. */
  wrongAccount: boolean;
  dates: DateStyle;
};

const PATH = "/support/log";

/** The console's own log, newest first: for every role, as each watches the others. */
export function ConsoleLogView({ page, agents, filter, wrongAccount, dates }: ConsoleLogViewProps) {
  const { agent, account } = filter;
  const address = (after: string | null) =>
    after ? href(PATH, { agent, account, after }) : undefined;
  return (
    <>
      <PageHeader
        title="Console log"
        description="What everybody of support did, and when. Nothing here can be changed or removed."
      />
      <FilterForm
        action={PATH}
        label="Filter the console log"
        hint="Times are UTC. Every line about an account leads to all of that account's lines."
      >
        <SelectField label="Agent" name="agent" defaultValue={agent ?? ""}>
          <option value="">Everybody</option>
          {agents.map(({ id, name, status }) => (
            <option key={id} value={id}>
              {status === "inactive" ? `${name} (inactive)` : name}
            </option>
          ))}
        </SelectField>
        <TextField
          key={account}
          label="Account id"
          name="account"
          type="search"
          autoComplete="off"
          placeholder="Every account"
          defaultValue={account}
        />
      </FilterForm>
      {wrongAccount && (
        <Notice tone="warn" title="That is no account id, so every account is shown.">
          An account’s id stands on its page. “What support did” there leads to its lines.
        </Notice>
      )}
      {page.rows.length > 0 ? (
        <ByDay events={page.rows} dates={dates}>
          {(event) => <ConsoleLine event={event} filter={filter} />}
        </ByDay>
      ) : (
        <EmptyState
          title={agent || account ? "No event fits" : "Nothing has happened yet"}
          actions={(agent || account) && <ButtonLink href={PATH}>Show all events</ButtonLink>}
        />
      )}
      {page.rows.length > 0 && (
        <Pagination
          label="Console log"
          range={plural(page.rows.length, "event")}
          previousHref={address(page.previous)}
          nextHref={address(page.next)}
        />
      )}
    </>
  );
}
