import { Table, Th } from "#components/ui/table";
import { UserTableRow, type UserTableRowProps } from "#components/users/user-table-row";
import type { UserFilter } from "#lib/users/filter";

type UserTableProps = Omit<UserTableRowProps, "user"> & {
  users: UserTableRowProps["user"][];
  filter: UserFilter;
  /** The address of this table sorted by another column. */
  sortHref: (sort: UserFilter["sort"], direction: UserFilter["direction"]) => string;
};

export function UserTable({ users, filter, sortHref, ...row }: UserTableProps) {
  const sortBy = (sort: UserFilter["sort"]) => {
    const isCurrent = filter.sort === sort;
    const next = isCurrent && filter.direction === "asc" ? "desc" : "asc";
    return { href: sortHref(sort, next), direction: isCurrent ? filter.direction : undefined };
  };
  return (
    <Table caption="Users">
      <thead>
        <tr>
          <Th>
            <span className="sr-only">Choose</span>
          </Th>
          <Th sort={sortBy("name")}>Name</Th>
          <Th sort={sortBy("email")}>E-mail</Th>
          <Th sort={sortBy("role")}>Role</Th>
          <Th sort={sortBy("status")}>Status</Th>
          <Th align="end">Contacts</Th>
          <Th sort={sortBy("last-sign-in")}>Last sign-in</Th>
          <Th>
            <span className="sr-only">What you can do</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserTableRow key={user.id} user={user} {...row} />
        ))}
      </tbody>
    </Table>
  );
}
