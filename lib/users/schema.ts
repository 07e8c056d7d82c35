import { z } from "zod";
import { emailAddress, id, line, paragraph, requestId } from "#lib/input";

/** A repeated checkbox arrives as nothing, one value or several. */
const idList = z
  .preprocess((value) => [value ?? []].flat(), z.array(id).max(50, "Choose at most 50 people."))
  .transform((ids) => [...new Set(ids)]);

const optionalId = z.preprocess((value) => (value === "" ? undefined : value), id.optional());

export const inactivateUserSchema = z.object({
  requestId,
  userId: id,
  /** What happens to the contacts: they stay, go to one successor, or are split evenly. */
  contacts: z.enum(["leave", "one", "split"], { error: "Choose what happens to the contacts." }),
  successorId: optionalId,
  successorIds: idList,
  reason: paragraph("The reason", 500).default(""),
});
export type InactivateUser = z.infer<typeof inactivateUserSchema>;

export const reactivateUserSchema = z.object({
  requestId,
  userId: id,
  /** Needed only where the former address belongs to somebody else now (domain rule 18). */
  email: z.preprocess((value) => (value === "" ? undefined : value), emailAddress.optional()),
});
export type ReactivateUser = z.infer<typeof reactivateUserSchema>;

export const addUserSchema = z.object({
  requestId,
  firstName: line("First name", 100),
  lastName: line("Last name", 100),
  email: emailAddress,
  role: z.enum(["user", "admin"], { error: "Choose a role." }),
  /** The inactive user whose address this different person takes over (domain rule 18). */
  takesEmailFrom: optionalId,
});
export type AddUser = z.infer<typeof addUserSchema>;

export const createPasswordLinkSchema = z.object({ requestId, userId: id });
export type CreatePasswordLink = z.infer<typeof createPasswordLinkSchema>;

export const resetSecondStepSchema = z.object({
  requestId,
  userId: id,
  /** It opens somebody's sign-ins to the password alone: the log says why. */
  reason: paragraph("The reason", 500).refine((value) => value !== "", "Enter a reason."),
});
export type ResetSecondStep = z.infer<typeof resetSecondStepSchema>;
