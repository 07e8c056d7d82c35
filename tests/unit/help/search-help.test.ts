import { expect, test } from "vitest";
import { searchHelp } from "#lib/help/search-help";

const slugs = (search: string) => searchHelp(search).map(({ slug }) => slug);

test.each([
  ["deactivate", "making-a-user-inactive"],
  ["delete user", "making-a-user-inactive"],
  ["How do I delete a user?", "making-a-user-inactive"],
  ["offboarding", "making-a-user-inactive"],
  ["bulk", "several-users-at-once"],
  ["schedule", "inactive-on-a-date"],
  ["undo", "what-happens-to-the-contacts"],
  ["reassign contacts", "what-happens-to-the-contacts"],
  ["reactivate", "making-a-user-active-again"],
  ["invite", "adding-a-user"],
  ["rename", "editing-a-user"],
  ["swap user", "one-user-is-one-person"],
  ["ownership", "account-owners"],
  ["permissions", "roles"],
  ["locked out", "signing-in"],
  ["log in", "signing-in"],
  ["reset password", "passwords"],
  ["forgot my password", "passwords"],
  ["2FA", "two-step-sign-in"],
  ["MFA", "two-step-sign-in"],
  ["authenticator", "two-step-sign-in"],
  ["lost phone", "two-step-sign-in"],
  ["sessions", "my-sign-ins"],
  ["seat", "user-spots-and-the-bill"],
  ["licence", "user-spots-and-the-bill"],
  ["licenses", "user-spots-and-the-bill"],
  ["audit trail", "account-log"],
  ["spam", "mails-from-handover"],
])("who types “%s” finds the page first or among the first three", (search, slug) => {
  expect(slugs(search).slice(0, 3)).toContain(slug);
});

test("what is in a title comes before the words for it, and those before the text", () => {
  const found = searchHelp("password");
  expect(found[0]?.slug).toBe("passwords");
  const places = found.map(({ title, searchWords }) =>
    /password/i.test(title) ? 0 : /password/i.test(searchWords) ? 1 : 2,
  );
  expect(places).toEqual(places.toSorted());
  expect(new Set(places)).toEqual(new Set([0, 1, 2]));
});

test("case, accents, hyphens and the ending of a word make no difference", () => {
  const found = slugs("deactivate");
  for (const same of ["DEACTIVATE", "déactivate", "Deactivating", "deactivat", " deactivate! "]) {
    expect(slugs(same)).toEqual(found);
  }
  expect(slugs("email")).toContain("mails-from-handover");
  expect(slugs("e-mail")).toContain("mails-from-handover");
  expect(slugs("twostep")[0]).toBe("two-step-sign-in");
});

test("every word of a search must be somewhere, but small ones need not", () => {
  expect(slugs("password zebra")).toEqual([]);
  expect(slugs("what is the password")).toEqual(slugs("password"));
  expect(slugs("how to")).not.toEqual([]);
});

test.each(["", "   ", "?!", "xylophone", "(", "\\", "%"])("“%s” finds nothing", (search) => {
  expect(searchHelp(search)).toEqual([]);
});
