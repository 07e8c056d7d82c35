import { z } from "zod";
import { emailAddress, id, line, paragraph, requestId } from "#lib/input";
import { ownPassword } from "#lib/sessions/schema";

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

export const editUserSchema = z
  .object({
    requestId,
    userId: id,
    /** What the page showed, so that an edit of an old page changes nothing. */
    seen: z.string({ error: "Open the page again." }).max(100, "Open the page again."),
    firstName: line("First name", 100),
    lastName: line("Last name", 100),
    email: emailAddress,
    role: z.enum(["user", "admin"], { error: "Choose a role." }),
    defaultSuccessorId: optionalId,
    /** Asked for where a person changes the own address. */
    password: ownPassword.default(""),
    isSamePerson: z.literal("yes").optional(),
    samePersonReason: paragraph("The reason", 500).default(""),
  })
  .refine(({ isSamePerson, samePersonReason }) => !isSamePerson || samePersonReason, {
    path: ["samePersonReason"],
    error: "Give the reason why it is the same person.",
  });
export type EditUser = z.infer<typeof editUserSchema>;

export const endEmailChangeSchema = z.object({ requestId, userId: id, changeId: id });
export type EndEmailChange = z.infer<typeof endEmailChangeSchema>;

export const agreeToEmailSchema = z.object({ requestId, userId: id, changeId: id });
export type AgreeToEmail = z.infer<typeof agreeToEmailSchema>;

export const makeOwnerSchema = z.object({
  requestId,
  userId: id,
  password: ownPassword.min(1, "Password is missing."),
});
export type MakeOwner = z.infer<typeof makeOwnerSchema>;
