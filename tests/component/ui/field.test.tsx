import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { CheckboxField, SelectField, TextAreaField, TextField } from "#components/ui/field";

const wording = { label: "City", hint: "Where the office is.", error: "City is missing." };

test.each([
  ["text field", <TextField key="1" {...wording} />],
  ["text area", <TextAreaField key="2" {...wording} />],
  ["select", <SelectField key="3" {...wording} />],
  ["checkbox", <CheckboxField key="4" {...wording} />],
])("a %s is tied to its label, hint and refusal", (_what, field) => {
  render(field);
  const control = screen.getByLabelText("City");
  expect(control).toHaveAccessibleDescription("Where the office is. City is missing.");
  expect(control).toBeInvalid();
});

test("a field that does has no description and is valid", () => {
  render(<TextField label="City" />);
  expect(screen.getByLabelText("City")).not.toHaveAttribute("aria-describedby");
  expect(screen.getByLabelText("City")).toBeValid();
});

test("a field that may stay empty says so", () => {
  render(<TextField label="City" optional />);
  expect(screen.getByLabelText("City (optional)")).not.toBeRequired();
});

test("two fields of one name do not mix up their hints", () => {
  render(
    <>
      <TextField label="First" name="city" hint="One." />
      <TextField label="Second" name="city" hint="Two." />
    </>,
  );
  expect(screen.getByLabelText("Second")).toHaveAccessibleDescription("Two.");
});

test("a click on the words of a checkbox or a choice ticks it", async () => {
  render(
    <>
      <CheckboxField label="Ada" />
      <ChoiceGroup legend="Role" hint="One of two." error="Choose a role.">
        <Choice name="role" value="user" title="User" description="Works with contacts." />
        <Choice name="role" value="admin" title="Admin" />
      </ChoiceGroup>
    </>,
  );
  await userEvent.click(screen.getByText("Ada"));
  await userEvent.click(screen.getByText("Works with contacts."));
  expect(screen.getByRole("checkbox", { name: "Ada" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "User" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "User" })).toHaveAccessibleDescription(
    "Works with contacts.",
  );
  expect(screen.getByRole("group", { name: "Role" })).toHaveAccessibleDescription(
    "One of two. Choose a role.",
  );
});

test("the arrow keys move between choices, and Tab leaves them", async () => {
  render(
    <ChoiceGroup legend="Role">
      <Choice name="role" value="user" title="User" defaultChecked />
      <Choice name="role" value="admin" title="Admin" />
      <button type="button">On</button>
    </ChoiceGroup>,
  );
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByRole("radio", { name: "Admin" })).toBeChecked();
  await userEvent.tab();
  expect(screen.getByRole("button")).toHaveFocus();
});

test("a pasted book is cut before the request is too large, not before the form can say so", () => {
  render(<TextAreaField label="Reason" name="reason" />);
  expect(screen.getByLabelText("Reason")).toHaveAttribute("maxlength", "100000");
});
