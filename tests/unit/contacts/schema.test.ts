import { expect, test } from "vitest";
import { contactFieldNames } from "#lib/contacts/contact-fields";
import { addContactSchema, editContactSchema, mergeContactsSchema } from "#lib/contacts/schema";
import { badText, requestId, sampleId } from "#tests/support/samples";

const nothing = Object.fromEntries(contactFieldNames.map((field) => [field, ""]));
const zoe = { requestId, ...nothing, lastName: "Zhang" };
const problems = (input: object) =>
  addContactSchema.safeParse(input).error?.issues.map(({ path, message }) => [path[0], message]);

test.each(["firstName", "lastName", "company", "phone"])(
  "a contact with only %s will do",
  (field) => {
    expect(problems({ requestId, ...nothing, [field]: "1" })).toBeUndefined();
  },
);

test("one without a name, a company, an e-mail and a phone will not, whatever else is known", () => {
  const input = { requestId, ...nothing, firstName: "\u200b ", mobile: "123", city: "York" };
  expect(problems(input)).toEqual([["firstName", expect.stringContaining("needs one of them")]]);
});

test("what is typed is trimmed, and what only looks empty is empty", () => {
  const input = { ...zoe, firstName: "  Zoe ", company: "\u200b", email: " ", notes: " a\nb " };
  expect(addContactSchema.parse(input)).toMatchObject({
    firstName: "Zoe",
    company: "",
    email: "",
    notes: "a\nb",
  });
});

test.each(contactFieldNames)("%s holds no bad text", (field) => {
  for (const [what, value] of badText) {
    if (field === "notes" && what === "10,000 characters") continue;
    expect(problems({ ...zoe, [field]: value })?.[0]?.[0], what).toBe(field);
  }
  const { [field]: _, ...others } = zoe as Record<string, unknown>;
  expect(
    problems({ ...others, company: field === "company" ? undefined : "Zhang" })?.[0]?.[0],
  ).toBe(field);
});

test("a long address, right-to-left and emoji names and formulas are kept as they are", () => {
  const email = `${"long.".repeat(56)}name@zhang.example`;
  const input = { ...zoe, email, firstName: "زينب", lastName: "👩‍👩‍👧‍👦", company: "=1+1" };
  expect(addContactSchema.parse(input)).toMatchObject(input);
  expect(problems({ ...zoe, email: "zoe" })).toEqual([
    ["email", "This does not look like an e-mail address."],
  ]);
});

test("an edit names its contact and what it saw; a merge chooses sides and nothing else", () => {
  const edit = { ...zoe, contactId: sampleId(8), seen: "1" };
  expect(editContactSchema.safeParse(edit).success).toBe(true);
  expect(editContactSchema.safeParse({ ...edit, seen: undefined }).success).toBe(false);
  expect(editContactSchema.safeParse({ ...edit, contactId: "1" }).success).toBe(false);
  const merge = {
    requestId,
    contactId: sampleId(8),
    otherId: sampleId(9),
    seen: "1",
    otherSeen: "2",
  };
  expect(mergeContactsSchema.safeParse({ ...merge, city: "other" }).success).toBe(true);
  expect(mergeContactsSchema.safeParse({ ...merge, city: "York" }).success).toBe(false);
});
