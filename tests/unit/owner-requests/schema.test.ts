import { expect, test } from "vitest";
import {
  answerOwnerRequestSchema,
  requestOwnerRemovalSchema,
  withdrawOwnerRequestSchema,
} from "#lib/owner-requests/schema";
import { ben, requestId, sampleId } from "#tests/support/samples";

const NEVER = /^Never enter a full card number/;
const link = { accountId: sampleId(7), token: "x", answer: "objected" };

test.each([
  ["a request", requestOwnerRemovalSchema, { requestId, userId: ben.id }, "reason"],
  ["a withdrawal", withdrawOwnerRequestSchema, { requestId, caseId: sampleId(80) }, "reason"],
  ["an objection", answerOwnerRequestSchema, link, "words"],
] as const)(
  "%s is taken in without a full card number, which many people would read",
  (_what, schema, rest, field) => {
    const parsed = (text: string) => schema.safeParse({ ...rest, [field]: text });
    expect(parsed("Left on 2026-05-31; call +49 30 1234567.").success).toBe(true);
    for (const text of ["Her card is 4111 1111 1111 1111.", "4111-1111-1111-1111"]) {
      expect(parsed(text).error?.issues.map(({ message }) => message)).toEqual([
        expect.stringMatching(NEVER),
      ]);
    }
  },
);
