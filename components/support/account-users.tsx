import { AccountUserRow } from "#components/support/account-user-row";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { FilterLinks } from "#components/ui/filter-links";
import { Pagination } from "#components/ui/pagination";
import { SearchForm } from "#components/ui/search-form";
import { Table, Th } from "#components/ui/table";
import { Toolbar } from "#components/ui/toolbar";
import type { DateStyle } from "#lib/dates";
import { href } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";
import type { AccountFilter } from "#lib/support/account-filter";
import type { AccountPage } from "#lib/support/account-page";

type AccountUsersProps = Pick<AccountPage, "users" | "counts"> & {
  filter: AccountFilter;
  path: string;
  dates: DateStyle;
};

/** The account's users by name. All of its state is in the address. */
export function AccountUsers({ users, counts, filter, path, dates }: AccountUsersProps) {
  const { status, search } = filter;
  const statusAsked = status === "all" ? undefined : status;
  const address = (change: Partial<AccountFilter>) => {
    const next = { status, search, cursor: undefined, ...change };
    return href(path, {
      q: next.search,
      status: next.status === "all" ? undefined : next.status,
      after: next.cursor,
    });
  };
  return (
    <section className="stack" aria-labelledby="users">
      <h2 id="users" className="font-semibold">
        Users
      </h2>
      <Toolbar>
        <FilterLinks
          label="Status"
          links={(["all", "active", "inactive"] as const).map((each) => ({
            label: statusLabels[each],
            count: numberText(counts[each]),
            href: address({ status: each }),
            current: status === each,
          }))}
        />
        <SearchForm
          action={path}
          label="Search users by name or e-mail"
          placeholder="Name or e-mail"
          defaultValue={search}
          keep={{ status: statusAsked }}
          clearHref={search ? address({ search: "" }) : undefined}
        />
      </Toolbar>
      {users.rows.length > 0 ? (
        <Table caption="Users">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>E-mail</Th>
              <Th>Role</Th>
              <Th>Status</Th>
              <Th>Last sign-in</Th>
            </tr>
          </thead>
          <tbody>
            {users.rows.map((user) => (
              <AccountUserRow key={user.id} user={user} dates={dates} />
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState
          title={search ? `No user matches “${search}”` : "Nobody here"}
          actions={<ButtonLink href={path}>Show all users</ButtonLink>}
        />
      )}
      <Pagination
        label="Users"
        range={`${plural(users.rows.length, "user")} of ${numberText(counts[status])}`}
        previousHref={users.previous ? address({ cursor: users.previous }) : undefined}
        nextHref={users.next ? address({ cursor: users.next }) : undefined}
      />
    </section>
  );
}

const statusLabels = { all: "All", active: "Active", inactive: "Inactive" };
