import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { AddContactForm } from "#components/contacts/add-contact-form";
import { EditContactForm } from "#components/contacts/edit-contact-form";
import { type ContactDetails, contactFields } from "#lib/contacts/contact-fields";
import { answering, invalid, refused, waiting } from "#tests/support/actions";
import { ada, ben, requestId, sampleId } from "#tests/support/samples";

const user = userEvent.setup();
const zoe = {
  id: sampleId(8),
  name: "Zoe Zhang",
  company: "Zhang & Sons",
  email: "zoe@zhang.example",
  phone: "",
  assigneeName: ben.name,
};
const details = Object.fromEntries(
  Object.keys(contactFields).map((field) => [field, ""]),
) as ContactDetails;
const contact = { id: zoe.id, details: { ...details, lastName: "Zhang", city: "York" }, seen: "1" };
const duplicates = refused("contact_duplicates", { contacts: [zoe] });
const press = (name: string) => user.click(screen.getByRole("button", { name }));

test("every field has its label, and none is demanded by the browser", () => {
  render(<AddContactForm {...answering(duplicates)} requestId={requestId} colleagues={[]} />);
  for (const label of Object.values(contactFields)) {
    expect(screen.getByLabelText(label)).not.toBeRequired();
  }
  expect(screen.queryByLabelText("Assignee")).toBeNull();
});

test("an admin chooses the assignee, who is oneself at first", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  render(<AddContactForm action={action} requestId={requestId} colleagues={[ben]} />);
  const assignee = screen.getByLabelText("Assignee");
  expect(assignee).toHaveDisplayValue("Yourself");
  await user.selectOptions(assignee, `${ben.name} (${ben.email})`);
  await press("Add contact");
  expect(sent[0]).toMatchObject({ assigneeId: [ben.id], requestId: [requestId] });
  expect(sent[0]).not.toHaveProperty("anyway");
});

test("who is there already is listed with a way there; the second button adds it anyway", async () => {
  const { action, sent } = answering(duplicates);
  render(<AddContactForm action={action} requestId={requestId} colleagues={[]} />);
  expect(screen.queryByRole("button", { name: "Add it anyway" })).toBeNull();
  await user.type(screen.getByLabelText("E-mail"), "zoe@zhang.example");
  await press("Add contact");
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveFocus();
  expect(within(alert).getByRole("link", { name: "Zoe Zhang" })).toHaveAttribute(
    "href",
    `/contacts/${zoe.id}`,
  );
  expect(alert).toHaveTextContent(`with ${ben.name}`);
  expect(screen.getByLabelText("E-mail")).toHaveValue("zoe@zhang.example");
  await press("Add it anyway");
  expect(sent[1]).toMatchObject({ anyway: ["yes"], email: ["zoe@zhang.example"] });
});

test("a field that does not do keeps what was typed, with its sentence", async () => {
  const { action } = answering(invalid({ email: "This does not look like an e-mail address." }));
  render(<AddContactForm action={action} requestId={requestId} colleagues={[]} />);
  await user.type(screen.getByLabelText("E-mail"), "zoe");
  await press("Add contact");
  const field = screen.getByLabelText("E-mail");
  await screen.findByRole("alert");
  expect(field).toHaveValue("zoe");
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription("This does not look like an e-mail address.");
});

test("while it is being added the button says so", async () => {
  const { action, sent, finish } = waiting();
  render(<AddContactForm action={action} requestId={requestId} colleagues={[]} />);
  await press("Add contact");
  await press("Adding…");
  expect(sent).toHaveLength(1);
  finish();
  await screen.findByRole("button", { name: "Add contact" });
});

test("an edit sends what was seen; one of an old page shows the present values beside what was typed", async () => {
  const { action, sent } = answering(
    refused("contact_edited_meanwhile", {
      name: "Zhang",
      by: ada.name,
      at: "12 Nov 2026, 12:00",
      present: { seen: "2", values: [{ label: "City", value: "Leeds" }] },
    }),
  );
  render(<EditContactForm action={action} requestId={requestId} contact={contact} />);
  await user.clear(screen.getByLabelText("City"));
  await user.type(screen.getByLabelText("City"), "Bath");
  await press("Save changes");
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Ada Archer changed Zhang on 12 Nov 2026, 12:00");
  expect(within(alert).getByRole("definition")).toHaveTextContent("Leeds");
  expect(within(alert).getByRole("link", { name: "Load the present values" })).toHaveAttribute(
    "href",
    `/contacts/${zoe.id}/edit?again=2`,
  );
  expect(screen.getByLabelText("City")).toHaveValue("Bath");
  await press("Save mine over it");
  expect(sent.map(({ seen, replaces }) => ({ seen, replaces }))).toEqual([
    { seen: ["1"], replaces: undefined },
    { seen: ["1"], replaces: ["2"] },
  ]);
});

test("what was agreed to by a second button stays agreed when another question comes", async () => {
  const answers = [
    refused("contact_edited_meanwhile", { present: { seen: "2", values: [] } }),
    duplicates,
    duplicates,
  ];
  const { action, sent } = answering((values) => (answers.shift() ?? duplicates)(values));
  render(<EditContactForm action={action} requestId={requestId} contact={contact} />);
  await press("Save changes");
  await user.click(await screen.findByRole("button", { name: "Save mine over it" }));
  await user.click(await screen.findByRole("button", { name: "Save it anyway" }));
  expect(sent[2]).toMatchObject({ seen: ["1"], replaces: ["2"], anyway: ["yes"] });
});
