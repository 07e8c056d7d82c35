import { expect, test } from "vitest";
import { type FormState, fieldError, fieldValue, fieldValues } from "#lib/form-state";

const idle: FormState = { status: "idle" };
const done: FormState<object> = { status: "done", done: {} };
const invalid: FormState = {
  status: "invalid",
  fields: { email: "E-mail is missing." },
  values: { email: ["a", "b"], people: ["1", "2"] },
};

test("only the field that did not do has a sentence", () => {
  expect(fieldError(invalid, "email")).toBe("E-mail is missing.");
  expect(fieldError(invalid, "people")).toBeUndefined();
  expect(fieldError(idle, "email")).toBeUndefined();
  expect(fieldError(done, "email")).toBeUndefined();
});

test("a field shows what was sent last, else what it holds at first, else nothing", () => {
  expect(fieldValue(invalid, "email", "first")).toBe("b");
  expect(fieldValue(invalid, "role", "user")).toBe("user");
  expect(fieldValue(idle, "email", "first")).toBe("first");
  expect(fieldValue(done, "email")).toBe("");
});

test("all that was ticked is known, and before anything was sent nothing is", () => {
  expect(fieldValues(invalid, "people")).toEqual(["1", "2"]);
  expect(fieldValues(idle, "people")).toBeUndefined();
});
