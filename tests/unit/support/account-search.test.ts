import { describe, expect, test } from "vitest";
import { findAccountsSchema } from "#lib/support/account-search";
import { consoleLogFilterSchema } from "#lib/support/console-log-page";
import { lookSchema } from "#lib/support/look-schema";
import { badText, sampleId } from "#tests/support/samples";

const never = /^Never enter a full card number here\. Nothing was kept of it\./;

function sayings(schema: typeof findAccountsSchema | typeof lookSchema, value: object): string[] {
  return schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
}

const find = (value: object) => sayings(findAccountsSchema, value);
const look = (reason: unknown) => sayings(lookSchema, { account: sampleId(9), reason });

describe("a search for an account", () => {
  test.each([
    ["name", " Alder Realty ", "Alder Realty"],
    ["name", "3M", "3M"],
    ["name", "鈴木", "鈴木"],
    ["email", " Ada@Alder.example ", "Ada@Alder.example"],
    ["id", ` ${sampleId(9).toUpperCase()}`, sampleId(9)],
  ])("by %s takes “%s”", (way, words, taken) => {
    expect(findAccountsSchema.parse({ way, words, last4: "" })).toEqual({ way, words: taken });
  });

  test("by card takes the name with the last four digits, and nothing without them", () => {
    const search = { way: "card", words: "Rosa Reyes", last4: " 4417 " };
    expect(findAccountsSchema.parse(search)).toEqual({ ...search, last4: "4417" });
    for (const last4 of ["", "417", "44170", "44a7", "٤٤١٧", undefined]) {
      expect(find({ ...search, last4 })).toHaveLength(1);
    }
  });

  test.each([
    ["name", "Rosa 4111 1111 1111 1111"],
    ["name", "4111-1111-1111-1111"],
    ["name", "４１１１１１１１１１１１１１１１"],
    ["email", "4111111111111111@bank.example"],
    ["card", "4111 1111 1111 1111"],
    ["card", "4111x1111x1111x1111"],
  ])("by %s refuses a full card number, and says that nothing of it is kept: %s", (way, words) => {
    expect(find({ way, words, last4: "1111" })).toEqual([expect.stringMatching(never)]);
  });

  test("refuses a full card number in the place of the last four digits", () => {
    const search = { way: "card", words: "Rosa Reyes", last4: "4111 1111 1111 1111" };
    expect(find(search)).toEqual([expect.stringMatching(never)]);
  });

  test("by another way keeps nothing of the digits", () => {
    const search = { way: "name", words: "Alder", last4: "4111111111111111" };
    expect(findAccountsSchema.parse(search)).toEqual({ way: "name", words: "Alder" });
  });

  test.each([
    ["id", "not-an-id"],
    ["id", "1"],
    ["id", "' or true --"],
    ["email", "ada"],
    ["name", "   "],
    ["name", "%%%"],
    ["name", "--"],
  ])("by %s does not take “%s”", (way, words) => {
    expect(find({ way, words })).toHaveLength(1);
  });

  test.each(badText)("takes no %s", (_what, words) => {
    for (const way of ["name", "email", "id"]) expect(find({ way, words })).not.toEqual([]);
  });

  test.each([undefined, "", "owner", ["name", "email"]])(
    "needs a way that there is, not %s",
    (way) => {
      expect(find({ way, words: "Alder" })).toEqual(["Choose what to search by."]);
    },
  );
});

describe("a reason to look", () => {
  test("is one line, whatever it was typed as", () => {
    expect(lookSchema.parse({ account: sampleId(9), reason: " Card\r\nholder\tcalled " })).toEqual({
      account: sampleId(9),
      reason: "Card holder called",
    });
  });

  test.each(["abc", "Called back at +49 30 1234567890 on 12.11.2026", "x".repeat(500)])(
    "may be “%s”",
    (reason) => expect(look(reason)).toEqual([]),
  );

  test.each([undefined, "", "  ", "ab", "\u200b\u200b\u200b", "x".repeat(501), "a\0b c"])(
    "is not “%s”",
    (reason) => expect(look(reason)).not.toEqual([]),
  );

  test("holds no card number", () => {
    expect(look("Card 4111 1111 1111 1111 on the phone")).toEqual([expect.stringMatching(never)]);
  });

  test.each(["1", "", undefined, "x'--"])("is about an account, not %s", (account) => {
    expect(sayings(lookSchema, { account, reason: "Called" })).toHaveLength(1);
  });
});

test("the console log's address falls back where it does not fit, so that no link is a dead end", () => {
  const id = sampleId(9);
  expect(consoleLogFilterSchema.parse({ agent: id, account: ` ${id.toUpperCase()} ` })).toEqual({
    agent: id,
    account: id,
  });
  for (const odd of ["", "x", "' or true --", ["x", id], undefined]) {
    expect(consoleLogFilterSchema.parse({ agent: odd, account: odd, cursor: undefined })).toEqual({
      agent: undefined,
      account: undefined,
    });
  }
});
