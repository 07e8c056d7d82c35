import { expect, test } from "vitest";
import { chooseContactView } from "#lib/contacts/choose-contact-view";
import { getContactsPage } from "#lib/contacts/contacts-page";
import { contactFilterOf } from "#lib/contacts/filter";
import { chooseContactViewSchema } from "#lib/contacts/view-schema";
import { buildCast, member } from "#tests/support/cast";

const chosen = (form: object) => chooseContactViewSchema.parse(form);

test("columns and density are remembered for the person alone, and an address says otherwise", async () => {
  const cast = await buildCast();
  const user = await member(cast.user);
  const view = async (who = user, parameters = {}) =>
    (await getContactsPage(who, contactFilterOf(parameters))).view;
  const usual = {
    columns: ["company", "email", "phone", "assignee", "activity"],
    density: "comfortable",
  };
  expect(await view()).toEqual(usual);
  await chooseContactView(user, chosen({ columns: "city", density: "compact" }));
  expect(await view()).toEqual({ columns: ["city"], density: "compact" });
  await chooseContactView(user, chosen({ columns: ["state", "city"], density: "compact" }));
  await chooseContactView(user, chosen({ density: "compact" }));
  expect(await view()).toEqual({ columns: [], density: "compact" });
  expect(await view(user, { cols: "phone", density: "comfortable" })).toEqual({
    ...{ columns: ["phone"], density: "comfortable" },
  });
  expect(await view(await member(cast.successor))).toEqual(usual);
});

test("a column or density that is none is refused with a sentence", () => {
  for (const form of [
    { columns: ["password"], density: "compact" },
    { columns: "city", density: "none" },
    { columns: "city" },
  ]) {
    const { error } = chooseContactViewSchema.safeParse(form);
    expect(error?.issues[0]?.message).toMatch(/^Choose .*\.$/);
  }
});
