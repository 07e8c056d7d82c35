import type { RefusalCode } from "#lib/refusal";

type Lead = { agentId: string };
type Member = { id: string; status: "active" | "inactive" };

/** Why an agent's name and role, or access, is not changed by this lead, or null. */
export function whyNotChangeAgent(lead: Lead, { id, status }: Member): RefusalCode | null {
  if (id === lead.agentId) return "agent_is_self";
  return status === "inactive" ? "agent_inactive" : null;
}

/** The last lead is kept by the database: that depends on all of them, and on who is first. */
export function whyNotInactivateAgent(lead: Lead, agent: Member): RefusalCode | null {
  const why = whyNotChangeAgent(lead, agent);
  return why === "agent_inactive" ? "agent_inactive_already" : why;
}

export function whyNotReactivateAgent({ status }: Member): RefusalCode | null {
  return status === "active" ? "agent_active_already" : null;
}
