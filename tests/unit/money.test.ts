import { expect, test } from "vitest";
import { moneyText } from "#lib/money";

test.each([
  [{ amount: 123_450, currency: "USD" }, "en-US", "$1,234.50"],
  [{ amount: 5, currency: "USD" }, "en-US", "$0.05"],
  [{ amount: 0, currency: "EUR" }, "en-GB", "€0.00"],
  [{ amount: 1235, currency: "JPY" }, "en-US", "¥1,235"],
  [{ amount: 1234, currency: "KWD" }, "en-US", "KWD 1.234"],
  [{ amount: 7, currency: "KWD" }, "en-US", "KWD 0.007"],
  [{ amount: 144_000, currency: "EUR" }, "de-DE", "1.440,00 €"],
  [{ amount: -1_050, currency: "USD" }, "en-US", "-$10.50"],
  [{ amount: 9_007_199_254_740_991, currency: "USD" }, "en-US", "$90,071,992,547,409.91"],
  [{ amount: 100, currency: "XXX" }, "en-US", "¤1.00"],
])("%j reads in %s as %s", (money, locale, text) => {
  expect(moneyText(money, locale).replaceAll(/\s/g, " ")).toBe(text);
});
