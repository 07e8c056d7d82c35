import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { SearchForm } from "#components/ui/search-form";

function renderSearch() {
  render(
    <>
      <SearchForm
        action="/contacts"
        label="Search contacts"
        defaultValue="zoe"
        keep={{ status: "inactive", sort: undefined }}
      >
        <select aria-label="Assignee" />
      </SearchForm>
      <button type="button">Elsewhere</button>
    </>,
  );
  return screen.getByRole("searchbox", { name: "Search contacts" });
}

test("a search works as a plain form and carries along what is kept", () => {
  const form = renderSearch().closest("form");
  expect(form).toHaveAttribute("action", "/contacts");
  expect(Object.fromEntries(new FormData(form ?? undefined))).toEqual({
    status: "inactive",
    q: "zoe",
  });
  expect(screen.getByRole("button", { name: "Search" })).toHaveAttribute("type", "submit");
});

test("a slash moves the focus to the search from anywhere", async () => {
  const box = renderSearch();
  screen.getByRole("button", { name: "Elsewhere" }).focus();
  await userEvent.keyboard("/");
  expect(box).toHaveFocus();
  expect(box).toHaveValue("zoe");
  expect(box).toHaveAttribute("aria-keyshortcuts", "/");
});

test("a slash in another control, or with a modifier, is left alone", async () => {
  const box = renderSearch();
  screen.getByLabelText("Assignee").focus();
  await userEvent.keyboard("/");
  expect(box).not.toHaveFocus();
  screen.getByRole("button", { name: "Elsewhere" }).focus();
  await userEvent.keyboard("{Control>}/{/Control}");
  expect(box).not.toHaveFocus();
});
