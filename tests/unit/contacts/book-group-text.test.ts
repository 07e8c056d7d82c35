import { expect, test } from "vitest";
import { bookGroupText, bookOriginText } from "#lib/contacts/book-group-text";
import { ben, inLondon, noon } from "#tests/support/samples";

const own = { name: null, at: null, fromName: null, isReturn: false };

test("books are called by how they came, until they have a name", () => {
  expect(bookGroupText(own, inLondon)).toBe("Own contacts");
  const taken = { ...own, at: noon };
  expect(bookGroupText(taken, inLondon)).toBe("Taken over, 12 Nov 2026");
  const from = { ...taken, fromName: ben.name };
  expect(bookGroupText(from, inLondon)).toBe("Taken over from Ben Baker, 12 Nov 2026");
  expect(bookGroupText({ ...from, isReturn: true }, inLondon)).toBe("Came back, 12 Nov 2026");
  expect(bookGroupText({ ...from, name: "Leeds" }, inLondon)).toBe("Leeds");
  expect(bookOriginText({ ...from, name: "Leeds" }, inLondon)).toBe(
    "Taken over from Ben Baker, 12 Nov 2026",
  );
});

test("a right-to-left name does not turn the day round", () => {
  const from = { ...own, at: noon, fromName: "ليلى حداد" };
  expect(bookOriginText(from, inLondon)).toBe("Taken over from \u2068ليلى حداد\u2069, 12 Nov 2026");
});
