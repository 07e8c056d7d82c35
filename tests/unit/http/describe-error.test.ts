import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { describeError } from "#lib/http/describe-error";

const secret = "ada@alder.example";

function failedQuery(cause: object): DrizzleQueryError {
  const inner = Object.assign(new Error("failed"), cause);
  return new DrizzleQueryError("insert into users (email) values ($1)", [secret], inner);
}

test("a failed query is described by what the database says, without the values", () => {
  const error = failedQuery({
    message: 'duplicate key value violates unique constraint "users_email_unique"',
    code: "23505",
    constraint_name: "users_email_unique",
    detail: `Key (email)=(${secret}) already exists.`,
    parameters: [secret],
  });
  const described = describeError(error);
  expect(described).toMatchObject({
    message: "Failed query",
    cause: {
      message: 'duplicate key value violates unique constraint "users_email_unique"',
      code: "23505",
      constraint: "users_email_unique",
    },
  });
  expect(JSON.stringify(described)).not.toContain(secret);
});

test("a value that the database could not read is left out", () => {
  const error = failedQuery({
    message: 'invalid input syntax for type uuid: "Ada Lovelace"',
    code: "22P02",
  });
  expect(JSON.stringify(describeError(error))).not.toContain("Lovelace");
});

test("an e-mail address in a sentence of our own is left out", () => {
  expect(describeError(new Error(`No mail to ${secret} today`)).message).toBe(
    "No mail to …@… today",
  );
});

test("the stack keeps where it happened and loses the message", () => {
  const { stack } = describeError(failedQuery({}));
  expect(stack).toContain("describe-error.test.ts");
  expect(stack).not.toContain("insert into");
});

test("something thrown that is no error is named by its kind only", () => {
  expect(describeError(secret)).toEqual({ name: "NotAnError", message: "string" });
});

test("errors that cause each other end", () => {
  const one = new Error("one");
  one.cause = one;
  expect(JSON.stringify(describeError(one)).match(/"one"/g)).toHaveLength(4);
});
