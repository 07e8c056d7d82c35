import { expect, test } from "vitest";
import type { z } from "zod";
import {
  addUserSchema,
  cancelInactivationSchema,
  createPasswordLinkSchema,
  inactivateUserSchema,
  inactivateUsersSchema,
  reactivateUserSchema,
} from "#lib/users/schema";
import { badText, ben, requestId, sampleId } from "#tests/support/samples";

const making = { requestId, userId: ben.id, contacts: "leave" };
const adding = { requestId, firstName: "Ben", lastName: "Baker", email: ben.email, role: "user" };

/** The field and sentence of the first thing that is wrong. */
function complaint(schema: z.ZodType, input: unknown) {
  const issue = schema.safeParse(input).error?.issues[0];
  return issue && [issue.path[0], issue.message];
}

test("making inactive needs a request, a user and what happens to the contacts", () => {
  expect(inactivateUserSchema.parse(making)).toEqual({ ...making, successorIds: [], reason: "" });
  expect(complaint(inactivateUserSchema, { ...making, contacts: undefined })).toEqual([
    "contacts",
    "Choose what happens to the contacts.",
  ]);
});

test.each(["burn", "", ["leave", "one"], null, 1])("contacts cannot be %j", (contacts) => {
  expect(complaint(inactivateUserSchema, { ...making, contacts })?.[0]).toBe("contacts");
});

test("one ticked colleague, several, and the same one twice all make a list", () => {
  const idsOf = (successorIds: unknown) =>
    inactivateUserSchema.parse({ ...making, successorIds }).successorIds;
  expect(idsOf(undefined)).toEqual([]);
  expect(idsOf(sampleId(1))).toEqual([sampleId(1)]);
  expect(idsOf([sampleId(1), sampleId(2), sampleId(1)])).toEqual([sampleId(1), sampleId(2)]);
});

test("more than 50 successors, or one who is nobody, are refused in words", () => {
  const many = Array.from({ length: 51 }, (_, at) => sampleId(at));
  expect(complaint(inactivateUserSchema, { ...making, successorIds: many })).toEqual([
    "successorIds",
    "Choose at most 50 people.",
  ]);
  expect(complaint(inactivateUserSchema, { ...making, successorIds: ["me"] })).toEqual([
    "successorIds",
    "This entry does not exist.",
  ]);
  expect(
    complaint(inactivateUserSchema, { ...making, successorIds: { 0: sampleId(1) } })?.[0],
  ).toBe("successorIds");
});

test("the empty choice of a successor is no successor", () => {
  expect(inactivateUserSchema.parse({ ...making, successorId: "" }).successorId).toBeUndefined();
  expect(complaint(inactivateUserSchema, { ...making, successorId: "0" })?.[0]).toBe("successorId");
});

test.each(badText)("a reason of %s is refused", (_what, reason) => {
  expect(complaint(inactivateUserSchema, { ...making, reason })?.[0]).toBe("reason");
});

test("a personal line has at most 500 characters, and telling is a tick", () => {
  const told = { ...making, tell: "yes", line: " Thank you! " };
  expect(inactivateUserSchema.parse(told)).toMatchObject({ tell: "yes", line: "Thank you!" });
  expect(complaint(inactivateUserSchema, { ...told, line: "x".repeat(501) })).toEqual([
    "line",
    "The personal line can have at most 500 characters.",
  ]);
  for (const tell of ["no", "", ["yes", "yes"], null]) {
    expect(complaint(inactivateUserSchema, { ...making, tell })?.[0]).toBe("tell");
  }
});

test("later needs a date and time; now asks for none", () => {
  const later = { ...making, when: "later", runAt: "2026-11-30T18:00" };
  expect(inactivateUserSchema.parse(later)).toMatchObject({ runAt: "2026-11-30T18:00" });
  expect(complaint(inactivateUserSchema, { ...later, runAt: "" })).toEqual([
    "runAt",
    "Choose a date and time.",
  ]);
  expect(inactivateUserSchema.parse({ ...later, when: "now", runAt: "" }).runAt).toBeUndefined();
  expect(complaint(inactivateUserSchema, { ...later, when: "never" })).toEqual([
    "when",
    "Choose when.",
  ]);
});

test.each([
  ...["tomorrow", "30.11.2026 18:00", "2026-11-30", "18:00", "2026-11-30 18:00"],
  ...["2026-02-30T18:00", "2026-13-01T18:00", "2026-11-30T24:00", "2026-11-30T18:60"],
  ...["2026-11-30T18:00Z", "2026-11-30T18:00+01:00", "12026-11-30T18:00", "0000-00-00T00:00"],
  ...[["2026-11-30T18:00", "2026-12-30T18:00"], null, 7],
])("no date and time is %j", (runAt) => {
  const [field, sentence] =
    complaint(inactivateUserSchema, { ...making, when: "later", runAt }) ?? [];
  expect(field).toBe("runAt");
  expect(sentence).toMatch(/^Choose (a|one) date and time/);
});

test("several at once are one to a hundred users, each once", () => {
  const several = { requestId, contacts: "default", userIds: [ben.id, ben.id, sampleId(4)] };
  expect(inactivateUsersSchema.parse(several).userIds).toEqual([ben.id, sampleId(4)]);
  for (const userIds of [undefined, []]) {
    expect(complaint(inactivateUsersSchema, { ...several, userIds })).toEqual([
      "userIds",
      "Choose at least one user.",
    ]);
  }
  const many = Array.from({ length: 101 }, (_, at) => sampleId(at));
  expect(complaint(inactivateUsersSchema, { ...several, userIds: many })).toEqual([
    "userIds",
    "Choose at most 100 users at once.",
  ]);
  expect(complaint(inactivateUsersSchema, { ...several, userIds: ["x"] })?.[0]).toBe("userIds");
  expect(complaint(inactivateUserSchema, { ...making, contacts: "default" })?.[0]).toBe("contacts");
});

test("an account or a status that is sent along counts for nothing", () => {
  const forged = { ...making, accountId: sampleId(7), status: "active", isOwner: true };
  expect(Object.keys(inactivateUserSchema.parse(forged)).sort()).toEqual([
    "contacts",
    "reason",
    "requestId",
    "successorIds",
    "userId",
  ]);
  expect(addUserSchema.parse({ ...adding, isOwner: "true", status: "inactive" })).toEqual(adding);
});

test.each([
  ["inactivate", inactivateUserSchema, making],
  ["inactivate several", inactivateUsersSchema, { ...making, userIds: [ben.id] }],
  ["cancel", cancelInactivationSchema, { requestId, userId: ben.id, scheduleId: sampleId(61) }],
  ["reactivate", reactivateUserSchema, { requestId, userId: ben.id }],
  ["password link", createPasswordLinkSchema, { requestId, userId: ben.id }],
  ["add", addUserSchema, adding],
] as const)(
  "the form %s without its request id asks to be opened again",
  (_form, schema, input) => {
    expect(schema.safeParse(input).success).toBe(true);
    for (const wrong of [undefined, "", "x", [requestId, requestId]]) {
      expect(complaint(schema, { ...input, requestId: wrong })).toEqual([
        "requestId",
        "The form is incomplete. Open the page again.",
      ]);
    }
  },
);

test("making active takes a new e-mail only where one was typed", () => {
  const input = { requestId, userId: ben.id };
  expect(reactivateUserSchema.parse({ ...input, email: "" }).email).toBeUndefined();
  expect(reactivateUserSchema.parse({ ...input, email: " b@alder.example" }).email).toBe(
    "b@alder.example",
  );
  expect(complaint(reactivateUserSchema, { ...input, email: "b" })?.[0]).toBe("email");
});

test.each(["owner", "ADMIN", "", undefined, ["user", "admin"]])("nobody is added as %j", (role) => {
  expect(complaint(addUserSchema, { ...adding, role })).toEqual(["role", "Choose a role."]);
});

test.each(badText)("nobody is added with a name or address of %s", (_what, bad) => {
  for (const field of ["firstName", "lastName", "email"]) {
    expect(complaint(addUserSchema, { ...adding, [field]: bad })?.[0]).toBe(field);
  }
});

test("all that is wrong with a new user is said at once", () => {
  const { error } = addUserSchema.safeParse({});
  expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(
    new Set(["requestId", "firstName", "lastName", "email", "role"]),
  );
});

test.each([null, undefined, "text", 7, [], true])("no form is %j", (input) => {
  expect(addUserSchema.safeParse(input).success).toBe(false);
  expect(inactivateUserSchema.safeParse(input).success).toBe(false);
});
