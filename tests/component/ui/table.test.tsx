import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Meter } from "#components/ui/meter";
import { Pagination } from "#components/ui/pagination";
import { Table, Td, Th, Tr } from "#components/ui/table";

test("a table has a name, heads of columns and heads of rows", () => {
  render(
    <Table caption="Users">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th align="end">Contacts</Th>
        </tr>
      </thead>
      <tbody>
        <Tr tone="marked">
          <Td lead>Ada</Td>
          <Td label="Contacts" align="end">
            12
          </Td>
        </Tr>
      </tbody>
    </Table>,
  );
  expect(screen.getByRole("table", { name: "Users" })).toBeVisible();
  expect(screen.getByRole("rowheader", { name: "Ada" })).toBeVisible();
  expect(screen.getByRole("columnheader", { name: "Name" })).not.toHaveAttribute("aria-sort");
  expect(screen.getByRole("cell", { name: "12" })).toHaveAttribute("data-label", "Contacts");
});

test.each([
  ["asc", "ascending"],
  ["desc", "descending"],
] as const)("a column sorted %s is announced as %s", (direction, announced) => {
  render(
    <Table caption="Users">
      <thead>
        <tr>
          <Th sort={{ href: "/?sort=name", direction }}>Name</Th>
        </tr>
      </thead>
    </Table>,
  );
  expect(screen.getByRole("columnheader")).toHaveAttribute("aria-sort", announced);
  expect(screen.getByRole("link", { name: "Name" })).toHaveAttribute("href", "/?sort=name");
});

test("a page that is the first shows a way back that leads nowhere", () => {
  render(<Pagination label="Users" range="50 of 1,200" nextHref="/?after=n" />);
  expect(screen.getByRole("navigation", { name: "Pages of Users" })).toHaveTextContent(
    "50 of 1,200",
  );
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute("rel", "next");
  expect(screen.getByText("Previous")).toHaveAttribute("aria-disabled", "true");
  expect(screen.queryByRole("link", { name: "Previous" })).toBeNull();
});

test("a list of one page shows no ways on at all", () => {
  render(<Pagination label="Users" range="3 users" />);
  expect(screen.queryByText("Previous")).toBeNull();
});

test.each([
  [3, 10, 10],
  [30, 30, 30],
  [900, 1_000, 2],
  [0, 0, 0],
])("%i of %i is drawn in %i pieces and read in words", (value, max, pieces) => {
  const { container } = render(<Meter label={`${value} of ${max}`} {...{ value, max }} />);
  expect(screen.getByRole("meter")).toHaveAccessibleName(`${value} of ${max}`);
  expect(container.querySelector("svg")).toHaveAttribute("aria-hidden", "true");
  expect(container.querySelectorAll("rect")).toHaveLength(pieces);
});

test("a meter with nothing open looks different, too", () => {
  const { container } = render(<Meter label="2 of 2" value={2} max={2} />);
  expect(container.firstChild).toHaveClass("meter-full");
});
