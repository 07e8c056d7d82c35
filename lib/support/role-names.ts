import type { AgentRole } from "#lib/actor";

/** What the roles of support are called on screen. */
export const roleNames: Record<AgentRole, string> = {
  agent: "Agent",
  technical: "Technical",
  lead: "Lead",
};
