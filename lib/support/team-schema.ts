import { z } from "zod";
import { emailAddress, id, line, requestId } from "#lib/input";

const person = {
  firstName: line("First name", 100),
  lastName: line("Last name", 100),
  role: z.enum(["agent", "technical", "lead"], { error: "Choose a role." }),
};

export const newAgentSchema = z.object({ ...person, email: emailAddress });
export type NewAgent = z.infer<typeof newAgentSchema>;

export const addAgentSchema = newAgentSchema.extend({ requestId });
export type AddAgent = z.infer<typeof addAgentSchema>;

export const editAgentSchema = z.object({
  ...person,
  requestId,
  agentId: id,
  /** What the page showed, so that an edit of an old page changes nothing. */
  seen: z.string({ error: "Open the page again." }).max(100, "Open the page again."),
});
export type EditAgent = z.infer<typeof editAgentSchema>;

/** A step that needs nothing but whom it is about. */
export const agentStepSchema = z.object({ requestId, agentId: id });
export type AgentStep = z.infer<typeof agentStepSchema>;
