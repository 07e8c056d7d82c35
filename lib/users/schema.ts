import { z } from "zod";
import { emailAddress, id, line, optional, paragraph, requestId } from "#lib/input";
import { seatChoice } from "#lib/seats/schema";
import { typedPassword } from "#lib/sessions/schema";

/** A repeated checkbox arrives as nothing, one value or several. */
function idList(max: number, tooMany: string) {
  return z
    .preprocess((value) => [value ?? []].flat(), z.array(id).max(max, tooMany))
    .transform((ids) => [...new Set(ids)]);
}

const optionalId = optional(id);

const chooseContacts = { error: "Choose what happens to the contacts." };

/** What is to happen when somebody leaves, as the sheet asks for it and a schedule keeps it. */
const plan = {
  /** What happens to the contacts: they stay, go to one successor, or are split evenly. */
  contacts: z.enum(["leave", "one", "split"], chooseContacts),
  successorId: optionalId,
  successorIds: idList(50, "Choose at most 50 people."),
  reason: paragraph("The reason", 500).default(""),
  /** Whether the leaver is told by e-mail, and a personal line in it. */
  tell: z.literal("yes", { error: "Choose whether to tell by e-mail." }).optional(),
  line: paragraph("The personal line", 500).optional(),
};
export const inactivationPlanSchema = z.object(plan);
export type InactivationPlan = z.infer<typeof inactivationPlanSchema>;

const dateAndTime = z
  .string({ error: "Choose one date and time." })
  .refine(isDateAndTime, "Choose a date and time, such as 2026-11-30T18:00.");

export const inactivateUserSchema = z
  .object({
    requestId,
    userId: id,
    ...plan,
    when: z.enum(["now", "later"], { error: "Choose when." }).optional(),
    /** On the clock of the time zone that the sheet names. */
    runAt: optional(dateAndTime),
    /** The schedule that was shown, which a new one replaces. */
    replacesId: optionalId,
  })
  .refine(({ when, runAt }) => when !== "later" || runAt !== undefined, {
    path: ["runAt"],
    error: "Choose a date and time.",
  });
export type InactivateUser = z.infer<typeof inactivateUserSchema>;

export const cancelInactivationSchema = z.object({ requestId, userId: id, scheduleId: id });
export type CancelInactivation = z.infer<typeof cancelInactivationSchema>;

/** So many users are made inactive in one step. */
export const AT_ONCE = 100;

export const inactivateUsersSchema = z.object({
  requestId,
  userIds: idList(AT_ONCE, `Choose at most ${AT_ONCE} users at once.`).refine(
    (ids) => ids.length > 0,
    "Choose at least one user.",
  ),
  ...plan,
  /** The schedules that were shown, which this takes the place of. */
  replacesIds: idList(AT_ONCE, "Open the page again."),
  /** Also: to each one's own default successor. */
  contacts: z.enum(["leave", "one", "split", "default"], chooseContacts),
});
export type InactivateUsers = z.infer<typeof inactivateUsersSchema>;

export const reactivateUserSchema = z.object({
  requestId,
  userId: id,
  /** Needed only where the former address belongs to somebody else now (domain rule 18). */
  email: optional(emailAddress),
  ...seatChoice,
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
  ...seatChoice,
});
export type AddUser = z.infer<typeof addUserSchema>;

export const handOverToNewUserSchema = addUserSchema.extend({
  userId: id,
  reason: plan.reason,
  tell: plan.tell,
  line: plan.line,
});
export type HandOverToNewUser = z.infer<typeof handOverToNewUserSchema>;

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
    password: z.union([z.literal(""), typedPassword]).default(""),
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
  password: typedPassword,
});
export type MakeOwner = z.infer<typeof makeOwnerSchema>;

export const resetSecondStepSchema = z.object({
  requestId,
  userId: id,
  /** It opens somebody's sign-ins to the password alone: the log says why. */
  reason: paragraph("The reason", 500).refine((value) => value !== "", "Enter a reason."),
});
export type ResetSecondStep = z.infer<typeof resetSecondStepSchema>;

/** "2026-11-30T18:00", of a day that the calendar has. */
function isDateAndTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false;
  const date = new Date(`${text}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
