import type { AgentRole } from "#lib/actor";

/** Support in the demo and in development; their password is everyone's there. */
export const demoAgents: { email: string; first: string; last: string; role: AgentRole }[] = [
  { email: "agent@support.example", first: "Nora", last: "Nilsen", role: "agent" },
  { email: "technical@support.example", first: "Tomás", last: "Ibarra", role: "technical" },
  { email: "lead@support.example", first: "Lena", last: "Lang", role: "lead" },
];
