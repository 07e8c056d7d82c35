import { render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { FormNotice } from "#components/ui/form-notice";
import { Notice } from "#components/ui/notice";

test.each([
  ["info", "status"],
  ["ok", "status"],
  ["warn", "alert"],
  ["danger", "alert"],
] as const)("a notice of tone %s is heard as %s", (tone, role) => {
  render(
    <Notice tone={tone} title="Done." actions={<a href="/on">Go on</a>}>
      More.
    </Notice>,
  );
  expect(screen.getByRole(role)).toHaveTextContent("Done.More.Go on");
});

test("a notice takes the focus only where it is told to", () => {
  const { rerender } = render(<Notice title="Done." />);
  expect(document.body).toHaveFocus();
  expect(screen.getByRole("status")).not.toHaveAttribute("tabindex");
  rerender(<Notice title="Done." focus />);
  expect(screen.getByRole("status")).toHaveFocus();
});

test("a form that was not sent yet has no notice", () => {
  const { container } = render(<FormNotice state={{ status: "idle" }} />);
  expect(container).toBeEmptyDOMElement();
});

test("a second refusal in the same words takes the focus again", async () => {
  const refusal = () => ({ status: "refused", sentence: "No open spot." });
  const { rerender } = render(<FormNotice state={refusal()} />);
  expect(screen.getByRole("alert")).toHaveFocus();
  screen.getByRole("alert").blur();
  rerender(<FormNotice state={refusal()} />);
  await waitFor(() => expect(screen.getByRole("alert")).toHaveFocus());
});

test("what merely renders again leaves the focus where one works", () => {
  const state = { status: "refused", sentence: "No open spot." };
  const { rerender } = render(<FormNotice state={state} />);
  screen.getByRole("alert").blur();
  rerender(<FormNotice state={state} />);
  expect(document.body).toHaveFocus();
});

test("all fields that do not do are listed", () => {
  const fields = { email: "E-mail is missing.", role: "Choose a role." };
  render(<FormNotice state={{ status: "invalid", fields }} />);
  const items = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(items).toEqual(["E-mail is missing.", "Choose a role."]);
});

test("a refusal that leads somewhere shows the way on", () => {
  const wayOn = { label: "Set it up", href: "/set-up" };
  render(<FormNotice state={{ status: "refused", sentence: "Not yet.", wayOn }} />);
  expect(screen.getByRole("link", { name: "Set it up" })).toHaveAttribute("href", "/set-up");
});
