import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { HelpLink } from "#components/help/help-link";
import { HelpPageView } from "#components/help/help-page-view";
import type { FoundPage } from "#lib/help/all-pages";
import { getHelpPage, helpPages } from "#lib/help/all-pages";

function renderPage(page: FoundPage) {
  render(
    <HelpPageView
      page={page}
      related={page.related.map(getHelpPage)}
      supportEmail="help@handover.example"
    />,
  );
}

test.each(helpPages)("“$title” has its headings in order, under the one of the page", (page) => {
  renderPage(page);
  const headings = screen.getAllByRole("heading");
  expect(headings.map(({ tagName, textContent }) => `${tagName} ${textContent}`)).toEqual([
    `H1 ${page.title}`,
    ...page.sections.map(({ title }) => `H2 ${title}`),
    "H2 Related",
  ]);
});

test("a page leads back to the index and on to what is related", () => {
  renderPage(getHelpPage("making-a-user-inactive"));
  const back = within(screen.getByRole("navigation", { name: "Breadcrumb" })).getByRole("link");
  expect(back).toHaveAttribute("href", "/help");
  const related = within(screen.getByRole("region", { name: "Related" })).getAllByRole("link");
  expect(related.map((link) => link.getAttribute("href"))).toEqual([
    "/help/reducing-user-spots",
    "/help/several-users-at-once",
    "/help/inactive-on-a-date",
    "/help/what-happens-to-the-contacts",
  ]);
  expect(screen.getByText("For admins")).toBeVisible();
});

test("steps are an ordered list, and links stand in the sentence", () => {
  renderPage(getHelpPage("making-a-user-inactive"));
  const [step] = within(screen.getByRole("article")).getAllByRole("listitem");
  expect(step?.parentElement?.tagName).toBe("OL");
  expect(step).toHaveTextContent("Open Manage Users (Admin, then Add/Edit users).");
  expect(screen.getByRole("link", { name: "Manage Users" })).toHaveAttribute(
    "href",
    "/admin/users",
  );
});

test("support's address stands where only support can help", () => {
  renderPage(getHelpPage("when-an-account-owner-leaves"));
  const article = within(screen.getByRole("article"));
  for (const link of article.getAllByRole("link", { name: "help@handover.example" })) {
    expect(link).toHaveAttribute("href", "mailto:help@handover.example");
  }
});

test("a table has a head for each row and each column", () => {
  renderPage(getHelpPage("roles"));
  const row = screen.getByRole("row", { name: /Be made inactive/ });
  expect(within(row).getByRole("rowheader")).toHaveTextContent("Be made inactive");
  expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
    "What",
    "User",
    "Admin",
    "Account Owner",
  ]);
});

test("a link to help says where it leads, with an icon that nobody hears", () => {
  render(
    <>
      <HelpLink page="roles" />
      <HelpLink page="passwords">Which ones work</HelpLink>
    </>,
  );
  expect(screen.getByRole("link", { name: "How this works" })).toHaveAttribute(
    "href",
    "/help/roles",
  );
  expect(screen.getByRole("link", { name: "Which ones work" })).toHaveAttribute(
    "href",
    "/help/passwords",
  );
});
