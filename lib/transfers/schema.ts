import { z } from "zod";
import { id, requestId } from "#lib/input";
import { SINGLE_CONTACTS } from "#lib/transfers/meant";
import { transferPlanSchema } from "#lib/transfers/plan-schema";

/** What a preview showed and its button confirms, as one field of the form. */
const reassignmentSchema = z.strictObject({
  meant: z.union([
    z.strictObject({ contactIds: z.array(id).min(1).max(SINGLE_CONTACTS) }),
    z.strictObject({
      selection: z.strictObject({
        search: z.string().max(200),
        assignee: z.union([id, z.literal("inactive")]).optional(),
        book: z.union([id, z.literal("own")]).optional(),
      }),
    }),
  ]),
  plan: transferPlanSchema,
  /** Exactly which contacts were shown; empty where they were too many to look at each. */
  seen: z.string().max(100),
});
export type Reassignment = z.infer<typeof reassignmentSchema>;

const incomplete = { error: "The form is incomplete. Open the page again." };

export const reassignContactsSchema = z.object({
  requestId,
  reassignment: z.string(incomplete).transform((text, context) => {
    const parsed = reassignmentSchema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: incomplete.error });
    return z.NEVER;
  }),
});
export type ReassignContacts = z.infer<typeof reassignContactsSchema>;

export const undoTransferSchema = z.object({ requestId, transferId: id });
export type UndoTransfer = z.infer<typeof undoTransferSchema>;

export const cancelTransferSchema = z.object({ requestId, transferId: id });
export type CancelTransfer = z.infer<typeof cancelTransferSchema>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
