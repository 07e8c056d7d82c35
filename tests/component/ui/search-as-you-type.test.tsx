import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SearchForm } from "#components/ui/search-form";
import { renderWithRouter } from "#tests/support/router";

const form = (text: string) => (
  <SearchForm
    action="/contacts"
    label="Search contacts"
    defaultValue={text}
    keep={{ sort: "company" }}
    asYouType
  >
    <select name="assignee" aria-label="Assignee" defaultValue="">
      <option value="">All</option>
    </select>
  </SearchForm>
);
const field = () => screen.getByRole("searchbox", { name: "Search contacts" });

test("once typing pauses, the form leads to its address, with what else it holds", async () => {
  const { replaced } = renderWithRouter(form(""));
  await userEvent.type(field(), "zoe");
  expect(replaced).toEqual([]);
  await waitFor(() => expect(replaced).toEqual(["/contacts?sort=company&q=zoe"]));
  await userEvent.clear(field());
  await waitFor(() => expect(replaced).toHaveLength(2));
  expect(replaced.at(-1)).toBe("/contacts?sort=company");
});

test("what is half composed, as in Japanese, is not searched for yet", async () => {
  const { replaced } = renderWithRouter(form(""));
  fireEvent.input(field(), { target: { value: "た" }, isComposing: true });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(replaced).toEqual([]);
});

test("an address that changes changes the field, but never under the hands of whoever types", async () => {
  const { view } = renderWithRouter(form("zoe"));
  expect(field()).toHaveValue("zoe");
  await userEvent.type(field(), "x");
  view.rerender(form("zo"));
  expect(field()).toHaveValue("zoex");
});
