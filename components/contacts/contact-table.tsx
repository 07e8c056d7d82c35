"use client";

import { EmailText } from "#components/ui/email-text";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type ContactColumn, contactColumnLabels, type Density } from "#lib/contacts/columns";

export type ContactTableRow = {
  id: string;
  name: string;
  /** What the columns hold, in their order. */
  cells: string[];
  canPick?: true;
  isAssigneeInactive?: true;
  /** The last activity for machines and on hover, where it is shown. */
  at?: { iso: string; exact: string };
};

type ContactTableProps = {
  rows: ContactTableRow[];
  columns: ContactColumn[];
  density: Density;
  /** By column, where it can be sorted by. */
  sorts: Partial<Record<ContactColumn | "name", { href: string; direction?: "asc" | "desc" }>>;
};

/** The rows of the Contact Table, from no more than they show: what is sent is rendered here as well. */
export function ContactTable({ rows, columns, density, sorts }: ContactTableProps) {
  const hasPicks = rows.some(({ canPick }) => canPick);
  return (
    <Table caption="Contacts" data-density={density === "compact" ? density : undefined}>
      <thead>
        <tr>
          {hasPicks && (
            <Th>
              <span className="sr-only">Choose</span>
            </Th>
          )}
          <Th sort={sorts.name}>Name</Th>
          {columns.map((column) => (
            <Th key={column} sort={sorts[column]}>
              {contactColumnLabels[column]}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            {hasPicks && (
              <Td pick>
                {row.canPick && (
                  <input
                    type="checkbox"
                    name="contact"
                    value={row.id}
                    aria-label={`Choose ${row.name}`}
                  />
                )}
              </Td>
            )}
            <Td lead>
              <a className="link" dir="auto" href={`/contacts/${row.id}`}>
                {row.name}
              </a>
            </Td>
            {columns.map((column, index) => (
              <Td
                key={column}
                label={contactColumnLabels[column]}
                long={long.includes(column) || undefined}
                number={numbers.includes(column) || undefined}
              >
                <Cell column={column} text={row.cells[index] ?? ""} row={row} />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const long: ContactColumn[] = ["company", "title", "email", "assignee"];
const numbers: ContactColumn[] = ["phone", "mobile"];

type CellProps = { column: ContactColumn; text: string; row: ContactTableRow };

function Cell({ column, text, row }: CellProps) {
  if (!text) return null;
  if (column === "email") return <EmailText address={text} />;
  if (column === "activity" && row.at) return <Time {...row.at}>{text}</Time>;
  if (column !== "assignee") return text;
  return (
    <>
      <bdi>{text}</bdi>
      {row.isAssigneeInactive && <span className="muted"> (inactive)</span>}
    </>
  );
}
