import type { AgentRole } from "#lib/actor";

/** The roles of support, as they are called on screen, in a log and by a command. */
export const agentRoleNames: Record<AgentRole, string> = {
  agent: "Agent",
  technical: "Technical",
  lead: "Lead",
};
