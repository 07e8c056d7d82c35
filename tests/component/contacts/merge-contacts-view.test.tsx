import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { MergeContactsView } from "#components/contacts/merge-contacts-view";
import { type ContactDetails, contactFields } from "#lib/contacts/contact-fields";
import { answering, refused } from "#tests/support/actions";
import { ada, ben, requestId, sampleId } from "#tests/support/samples";

const user = userEvent.setup();
const nothing = Object.fromEntries(
  Object.keys(contactFields).map((field) => [field, ""]),
) as ContactDetails;
const survivor = {
  id: sampleId(8),
  name: "Zoe Zhang",
  seen: "1",
  details: {
    ...nothing,
    firstName: "Zoe",
    lastName: "Zhang",
    email: "zoe@zhang.example",
    notes: "Old",
  },
};
const other = {
  id: sampleId(9),
  name: "Zoë Zhang",
  seen: "2",
  details: { ...nothing, firstName: "Zoë", lastName: "Zhang", phone: "123", notes: "New" },
};
const found = {
  id: other.id,
  name: other.name,
  company: "",
  email: "z@zhang.example",
  phone: "",
  assigneeName: ben.name,
};

function renderView(change: object = {}) {
  const { action, sent } = answering(
    refused("contact_edited_meanwhile", { name: other.name, by: ada.name }),
  );
  const none = { suggested: [], found: null, search: "", other: null };
  render(<MergeContactsView {...{ survivor, action, requestId, ...none, ...change }} />);
  return sent;
}

test("whom to merge is suggested or searched for, and each leads to the sheet", () => {
  renderView({ suggested: [found], found: [], search: "zed" });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Merge into Zoe Zhang");
  const list = screen.getByRole("list", { name: "Suggested" });
  expect(within(list).getByRole("link", { name: "Zoë Zhang" })).toHaveAttribute(
    "href",
    `/contacts/${survivor.id}/merge?with=${other.id}`,
  );
  expect(screen.getByText("No other contact matches.")).toBeVisible();
});

test("the sheet proposes the survivor's values, else the other's, and both notes", async () => {
  const sent = renderView({ other });
  const chosen = (field: string) =>
    within(screen.getByRole("group", { name: field })).getByRole("radio", { checked: true });
  expect(chosen("First name")).toHaveAccessibleName("Zoe");
  expect(chosen("E-mail")).toHaveAccessibleName("zoe@zhang.example");
  expect(chosen("Phone")).toHaveAccessibleName("123");
  expect(chosen("Notes")).toHaveAccessibleName("Both, one after the other");
  expect(screen.queryByRole("group", { name: "Last name" })).toBeNull();
  expect(screen.queryByText("Company")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Zoë" }));
  await user.click(screen.getByRole("button", { name: "Merge" }));
  expect(sent[0]).toEqual({
    requestId: [requestId],
    contactId: [survivor.id],
    otherId: [other.id],
    seen: ["1"],
    otherSeen: ["2"],
    firstName: ["other"],
    email: ["own"],
    phone: ["other"],
    notes: ["both"],
  });
  expect(await screen.findByRole("alert")).toHaveTextContent("Ada Archer changed Zoë Zhang");
  expect(chosen("First name")).toHaveAccessibleName("Zoë");
});

test("what happens to both is said before the click", () => {
  renderView({ other });
  const what = screen.getByRole("region", { name: "What happens" });
  expect(what).toHaveTextContent("The History of both is shown together");
  expect(what).toHaveTextContent("Zoë Zhang is deleted, and its address leads here.");
});
