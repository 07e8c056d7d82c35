import { z } from "zod";
import { quotesCardNumber } from "#lib/cards/card-number";
import { NEVER } from "#lib/cards/schema";
import { id, paragraph, requestId } from "#lib/input";

export const proposeRescueSchema = z.object({
  requestId,
  account: id,
  userId: z.uuid({ error: "Choose who becomes an Account Owner." }),
  reason: paragraph("The reason", 500)
    .min(1, "The reason is missing.")
    .refine((reason) => !quotesCardNumber(reason), NEVER),
});
export type ProposeRescue = z.infer<typeof proposeRescueSchema>;
