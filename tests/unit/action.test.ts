import { expect, test } from "vitest";
import { z } from "zod";
import { answerForm } from "#lib/action";
import type { FormState } from "#lib/form-state";
import { line } from "#lib/input";
import { Refusal } from "#lib/refusal";
import { ben } from "#tests/support/samples";

const schema = z.object({ name: line("Name", 10), people: z.array(z.string()).optional() });

function formOf(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

function send(form: FormData, work = async (input: object) => input): Promise<FormState<object>> {
  return answerForm(form, schema, "UTC", work);
}

test("a form that fits is done, and answers what was made of it", async () => {
  const form = formOf(["name", " Ben "], ["people", "a"], ["people", "b"]);
  expect(await send(form)).toEqual({ status: "done", done: { name: "Ben", people: ["a", "b"] } });
});

test("a form that does not fit says so field by field, with what was typed", async () => {
  expect(await send(formOf(["name", "far too long"], ["other", "kept"]))).toEqual({
    status: "invalid",
    fields: { name: "Name can have at most 10 characters." },
    values: { name: ["far too long"], other: ["kept"] },
  });
});

test("a code is not sent back, a postal code is", async () => {
  const form = formOf(["name", "Ben"], ["code", "123456"], ["currentCode", "abcde-01234"]);
  form.append("postalCode", "YO1 7HH");
  const state = await send(form, async () => {
    throw new Refusal("second_step_needed");
  });
  expect(state).toMatchObject({
    wayOn: { href: "/sign-ins/two-step" },
    values: { name: ["Ben"], postalCode: ["YO1 7HH"] },
  });
  expect(JSON.stringify(state)).not.toMatch(/123456|abcde/);
});

test("what is never to be shown is not sent back, whatever field it stands in or is called by", async () => {
  const form = formOf(["name", "far too long"], ["other", "a secret"], ["secret", "x"]);
  form.append("people", "a");
  form.append("people", "my secret");
  const isSecret = (text: string) => text.includes("secret");
  const state = await answerForm(form, schema, "UTC", async (input) => input, isSecret);
  expect(state).toMatchObject({ status: "invalid", values: { name: ["far too long"] } });
  expect(JSON.stringify(state)).not.toContain("secret");
});

test("a refusal becomes its sentence, with what was typed", async () => {
  const state = await send(formOf(["name", "Ben"]), async () => {
    throw new Refusal("email_in_use", { name: ben.name, email: ben.email });
  });
  expect(state).toMatchObject({
    status: "refused",
    code: "email_in_use",
    sentence: "Ben Baker already uses ben@alder.example in this account. Nothing was changed.",
    values: { name: ["Ben"] },
  });
});

test("what is no refusal goes to the error page", async () => {
  const broken = send(formOf(["name", "Ben"]), async () => {
    throw new Error("the database went away");
  });
  await expect(broken).rejects.toThrow("the database went away");
});

test("a password, ticket or token never comes back", async () => {
  const secrets = ["password", "newPassword", "again", "ticket", "token"];
  const state = await send(formOf(...secrets.map((name): [string, string] => [name, "s3cret"])));
  expect(state).toMatchObject({ status: "invalid", values: {} });
  expect(JSON.stringify(state)).not.toContain("s3cret");
});

test("a file, the framework's own fields and a prototype's name are no input", async () => {
  const form = formOf(["name", new Blob(["Ben"])], ["$ACTION_ID", "x"], ["__proto__", "x"]);
  expect(await send(form)).toEqual({
    status: "invalid",
    fields: { name: "Name is missing." },
    values: {},
  });
});

test("a field that comes twice where one belongs is refused", async () => {
  const state = await send(formOf(["name", "Ben"], ["name", "Ada"]));
  expect(state).toMatchObject({ status: "invalid", fields: { name: "Name is missing." } });
});

test("a form of megabytes is not sent back whole", async () => {
  const state = await send(formOf(["name", "x".repeat(1_000_000)]));
  expect(JSON.stringify(state).length).toBeLessThan(25_000);
});

test("a field that is called like something every object has is a field", async () => {
  const state = await send(
    formOf(["name", "far too long"], ["toString", "a"], ["constructor", "b"]),
  );
  expect(state).toMatchObject({ status: "invalid" });
  expect(Object.entries("values" in state ? state.values : {})).toEqual([
    ["name", ["far too long"]],
    ["toString", ["a"]],
    ["constructor", ["b"]],
  ]);
});
