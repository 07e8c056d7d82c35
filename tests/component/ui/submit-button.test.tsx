import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Button } from "#components/ui/button";
import { CopyField } from "#components/ui/copy-field";
import { SubmitButton } from "#components/ui/submit-button";

test("a button submits nothing by accident, a submit button does", () => {
  render(
    <>
      <Button>Copy</Button>
      <SubmitButton>Send</SubmitButton>
    </>,
  );
  expect(screen.getByRole("button", { name: "Copy" })).toHaveAttribute("type", "button");
  expect(screen.getByRole("button", { name: "Send" })).toHaveAttribute("type", "submit");
});

test("while its form is being sent it stays in place, says so, and sends nothing twice", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let times = 0;
  const action = () => {
    times += 1;
    return promise;
  };
  render(
    <form action={action}>
      <SubmitButton pendingLabel="Sending…">Send</SubmitButton>
    </form>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  const pending = await screen.findByRole("button", { name: "Sending…" });
  expect(pending).toHaveFocus();
  expect(pending).toHaveAttribute("aria-disabled", "true");
  await userEvent.dblClick(pending);
  await userEvent.keyboard("{Enter} ");
  expect(times).toBe(1);
  resolve();
  await waitFor(() => expect(screen.getByRole("button")).toHaveTextContent("Send"));
  expect(screen.getByRole("button")).not.toHaveAttribute("aria-disabled");
});

test("a link is copied by the button, which says so aloud", async () => {
  const user = userEvent.setup();
  render(<CopyField label="Link" value="https://handover.example/a" hint="It works once." />);
  expect(screen.getByLabelText("Link")).toHaveAccessibleDescription("It works once.");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(screen.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("Copied to the clipboard");
  expect(await navigator.clipboard.readText()).toBe("https://handover.example/a");
});
