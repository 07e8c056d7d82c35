import type { ReactNode } from "react";
import { HelpLink } from "#components/help/help-link";
import { SeatMeter } from "#components/seats/seat-meter";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { FilterLinks } from "#components/ui/filter-links";
import { TextLink } from "#components/ui/link";
import { PageHeader } from "#components/ui/page-header";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { Toolbar } from "#components/ui/toolbar";
import { ChooseUsers } from "#components/users/choose-users";
import { UserTable } from "#components/users/user-table";
import type { UserTableRowProps } from "#components/users/user-table-row";
import { addSeatsHref, href } from "#lib/hrefs";
import type { Page } from "#lib/keyset";
import { numberText, plural } from "#lib/plurals";
import type { UserFilter } from "#lib/users/filter";
import { whyNotInactivate } from "#lib/users/rules";

type UsersViewProps = Omit<UserTableRowProps, "user"> & {
  seats: { total: number; used: number };
  counts: { all: number; active: number; inactive: number };
  users: Page<UserTableRowProps["user"]>;
  filter: UserFilter;
  /** What was just done elsewhere. */
  notice?: ReactNode;
};

const PATH = "/admin/users";

/** Manage Users: the spots, the filters, the table. All of its state is in the address. */
export function UsersView({ seats, counts, users, filter, notice, ...row }: UsersViewProps) {
  const address = (change: Partial<UserFilter>) => {
    const next = { ...filter, cursor: undefined, ...change };
    return href(PATH, {
      q: next.search,
      status: next.status === "all" ? undefined : next.status,
      sort: next.sort === "name" ? undefined : next.sort,
      direction: next.direction === "asc" ? undefined : next.direction,
      after: next.cursor,
    });
  };
  return (
    <>
      <PageHeader
        title="Manage Users"
        breadcrumb={[{ label: "Admin", href: "/admin" }]}
        aside={<HelpLink page="making-a-user-inactive">When somebody leaves</HelpLink>}
        actions={
          <ButtonLink href={`${PATH}/new`} variant="primary">
            Add user
          </ButtonLink>
        }
      />
      {notice}
      <div className="cluster items-baseline gap-x-6">
        <SeatMeter {...seats} />
        {seats.used >= seats.total && <TextLink href={addSeatsHref(PATH)}>Add user spots</TextLink>}
      </div>
      <Toolbar>
        <FilterLinks
          label="Status"
          links={(["all", "active", "inactive"] as const).map((status) => ({
            label: statusLabels[status],
            count: numberText(counts[status]),
            href: address({ status }),
            current: filter.status === status,
          }))}
        />
        <SearchForm
          action={PATH}
          label="Search users by name or e-mail"
          placeholder="Name or e-mail"
          defaultValue={filter.search}
          keep={{
            status: filter.status === "all" ? undefined : filter.status,
            sort: filter.sort === "name" ? undefined : filter.sort,
            direction: filter.direction === "asc" ? undefined : filter.direction,
          }}
          clearHref={filter.search ? address({ search: "" }) : undefined}
        />
      </Toolbar>
      {users.rows.length > 0 ? (
        <ChooseUsers isPossible={users.rows.some((user) => !whyNotInactivate(row.actor, user))}>
          <UserTable
            users={users.rows}
            filter={filter}
            sortHref={(sort, direction) => address({ sort, direction })}
            {...row}
          />
        </ChooseUsers>
      ) : (
        <EmptyState
          title={filter.search ? `No user matches “${filter.search}”` : "Nobody here"}
          actions={<ButtonLink href={PATH}>Show all users</ButtonLink>}
        />
      )}
      <Pagination
        label="Users"
        range={`${plural(users.rows.length, "user")} of ${numberText(counts[filter.status])}`}
        previousHref={users.previous ? address({ cursor: users.previous }) : undefined}
        nextHref={users.next ? address({ cursor: users.next }) : undefined}
      />
    </>
  );
}

const statusLabels = { all: "All", active: "Active", inactive: "Inactive" };
