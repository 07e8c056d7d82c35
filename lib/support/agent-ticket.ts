import { z } from "zod";
import { makeTicket, readTicket } from "#lib/sessions/ticket";

/** How long an agent has for the code, after the right password, and for setting an app up. */
export const AGENT_CODE_SECONDS = 300;
export const AGENT_SET_UP_SECONDS = 900;

/** Whose password was right, and which one that was. */
export type ProvenAgent = { agentId: string; proof: string };

const proven = { agentId: z.uuid(), proof: z.string() };
const codeSchema = z.object(proven);
const setUpSchema = z.object({ ...proven, appSecret: z.string() });

export function makeAgentCodeTicket(agent: ProvenAgent): Promise<string> {
  return makeTicket("support code", agent, AGENT_CODE_SECONDS);
}

export function readAgentCodeTicket(ticket: string) {
  return readTicket("support code", ticket, codeSchema);
}

/** With a new secret, encrypted: until a code has shown that an app has it, nothing is kept of it. */
export function makeAgentSetUpTicket(agent: ProvenAgent, appSecret: string): Promise<string> {
  return makeTicket("support second step", { ...agent, appSecret }, AGENT_SET_UP_SECONDS);
}

export function readAgentSetUpTicket(ticket: string) {
  return readTicket("support second step", ticket, setUpSchema);
}
