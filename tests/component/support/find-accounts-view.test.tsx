import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { FindAccountsView } from "#components/support/find-accounts-view";
import type { FormAction } from "#lib/form-state";
import type { Search } from "#lib/support/search-page";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { inLondon, noon, sampleId } from "#tests/support/samples";

const { action: idle } = answering(() => ({ status: "idle" }));
const alder = { id: sampleId(9), name: "Alder Realty", createdAt: noon, users: 1_204 };

function found(change: Partial<Search> = {}): Search {
  return { id: sampleId(70), way: "name", words: "alder", found: 1, accounts: [alder], ...change };
}

function renderView(search: Search | null = null, action: FormAction = idle, isOver = false) {
  render(<FindAccountsView {...{ search, action, isOver }} dates={inLondon} />);
}

const box = () => screen.getByLabelText("Search for");

test("one searches by name at first, and by keyboard alone", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView(null, action);
  expect(screen.getAllByRole("radio")).toHaveLength(4);
  expect(screen.getByRole("radio", { name: "Account name" })).toBeChecked();
  await userEvent.type(box(), "alder{Enter}");
  expect(sent).toEqual([{ way: ["name"], words: ["alder"], last4: [""] }]);
});

test("it is posted, so that no address is written down in an address", () => {
  renderView();
  expect(screen.getByRole("form", { name: "Find an account" })).not.toHaveAttribute(
    "method",
    "get",
  );
  expect(screen.getByText(/Every search is written down/)).toBeVisible();
});

test("by card the last four digits are asked for, and never more", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView(null, action);
  await userEvent.click(screen.getByRole("radio", { name: "Card holder" }));
  const digits = screen.getByLabelText("Last four digits of the card");
  expect(digits).toHaveAccessibleDescription("These four alone. Never enter the full card number.");
  await userEvent.type(digits, "4417");
  await userEvent.type(box(), "Rosa Reyes{Enter}");
  expect(sent).toEqual([{ way: ["card"], words: ["Rosa Reyes"], last4: ["4417"] }]);
});

test("digits that were begun by card do not hold up a search by another way", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderView(null, action);
  await userEvent.click(screen.getByRole("radio", { name: "Card holder" }));
  await userEvent.type(screen.getByLabelText("Last four digits of the card"), "44");
  await userEvent.click(screen.getByRole("radio", { name: "Account name" }));
  await userEvent.type(box(), "alder{Enter}");
  expect(sent).toEqual([{ way: ["name"], words: ["alder"], last4: ["44"] }]);
});

test("what does not do is marked, and what was typed stays with the way it was for", async () => {
  renderView(
    null,
    answering(invalid({ words: "This does not look like an e-mail address." })).action,
  );
  await userEvent.click(screen.getByRole("radio", { name: "E-mail of a user" }));
  await userEvent.type(box(), "ada{Enter}");
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("This does not look like an e-mail address.");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(box()).toBeInvalid();
  expect(box()).toHaveValue("ada");
  expect(screen.getByRole("radio", { name: "E-mail of a user" })).toBeChecked();
});

test("what the server sends back nothing of is not there any more", async () => {
  const action = answering(() => ({
    status: "invalid",
    fields: { words: "Never enter a full card number here." },
    values: { way: ["name"] },
  })).action;
  renderView(null, action);
  await userEvent.type(box(), "4111 1111 1111 1111{Enter}");
  await screen.findByRole("alert");
  expect(box()).toHaveValue("");
});

test("a refusal is told above the form", async () => {
  renderView(null, answering(refused("conflict")).action);
  await userEvent.type(box(), "alder{Enter}");
  expect(await screen.findByRole("alert")).toBeVisible();
});

test("while it searches a second Enter does nothing", async () => {
  const { action, sent, finish } = waiting();
  renderView(null, action);
  await userEvent.type(box(), "alder{Enter}");
  await userEvent.click(await screen.findByRole("button", { name: "Searching…" }));
  finish();
  await screen.findByRole("button", { name: "Find" });
  expect(sent).toHaveLength(1);
});

test("what was found is read aloud, and each leads to its page", async () => {
  renderView(found());
  const result = screen.getByRole("status");
  expect(result).toHaveTextContent("1 account found by name: “alder”");
  await waitFor(() => expect(result).toHaveFocus());
  const table = screen.getByRole("table", { name: "Accounts found" });
  const [, row] = within(table).getAllByRole("row");
  expect(row).toHaveTextContent("Alder Realty12 Nov 20261,204");
  expect(screen.getByRole("link", { name: "Alder Realty" })).toHaveAttribute(
    "href",
    `/support/accounts/${sampleId(9)}`,
  );
  expect(box()).toHaveValue("alder");
});

test("more than twenty are said to be more", () => {
  const accounts = Array.from({ length: 20 }, (_, n) => ({ ...alder, id: sampleId(100 + n) }));
  renderView(found({ found: 21, accounts }));
  expect(screen.getByRole("status")).toHaveTextContent("More than 20 accounts found");
  expect(screen.getByRole("status")).toHaveTextContent("Add to what you search for");
  expect(screen.getAllByRole("link", { name: "Alder Realty" })).toHaveLength(20);
});

test.each([
  ["name", "Try another part of the name"],
  ["email", "the whole address"],
  ["card", "do not tell which of them was wrong"],
  ["id", "Nobody has this id"],
] as const)("nothing found by %s says what to try next", (way, hint) => {
  renderView(found({ way, found: 0, accounts: [] }));
  expect(screen.getByRole("status")).toHaveTextContent(/^No account found by .*: “alder”/);
  expect(screen.getByRole("status")).toHaveTextContent(hint);
  expect(screen.queryByRole("table")).toBeNull();
});

test("a search that is not shown any more says why", () => {
  renderView(null, idle, true);
  expect(screen.getByRole("status")).toHaveTextContent("A search is shown for half an hour");
});
