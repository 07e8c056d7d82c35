import type { AgentRole } from "#lib/actor";
import { obstacleRefusals } from "#lib/owner-requests/case-state";
import type { OwnerRequest } from "#lib/owner-requests/get-owner-request";
import type { RefusalCode, RefusalFacts } from "#lib/refusal";

export type CaseStep =
  | "verify"
  | "carry_out"
  | "decide"
  | "ask_card_holder"
  | "note_callback"
  | "name_successor"
  | "assign"
  | "note"
  | "refuse"
  | "withdraw"
  | "reopen";

const everyRole: AgentRole[] = ["agent", "technical", "lead"];

/** Whose step each is (four eyes). Of a rescue, which a lead proposes, a lead carries out. */
export const stepRoles: Record<CaseStep, AgentRole[]> = {
  verify: ["agent"],
  carry_out: ["technical", "lead"],
  decide: ["lead"],
  ask_card_holder: ["agent"],
  note_callback: ["agent"],
  name_successor: ["agent"],
  assign: everyRole,
  note: everyRole,
  refuse: everyRole,
  withdraw: everyRole,
  reopen: everyRole,
};

export function rolesOf(step: CaseStep, { kind }: Pick<CaseFacts, "kind">): AgentRole[] {
  if (step === "carry_out") return kind === "rescue" ? ["lead"] : ["technical"];
  return stepRoles[step];
}

/** A case as its rules look at it: with the names of support's people, and what the account has. */
export type CaseFacts = Pick<
  OwnerRequest,
  | "kind"
  | "state"
  | "obstacle"
  | "capacity"
  | "userName"
  | "successorName"
  | "requestedByName"
  | "begunAt"
  | "waitsUntil"
  | "verifiedAt"
  | "verifiedBy"
  | "objectedByName"
  | "calledBackAt"
  | "endedAt"
> & {
  verifiedByName: string | null;
  calledBackByName: string | null;
  endedByName: string | null;
  billingEmail: string | null;
  activeLeads: number;
  /** Whether it ended so long ago that it stays so. */
  endedLongAgo: boolean;
};

export type WhyNot = { code: RefusalCode; facts: RefusalFacts };
type Acting = { agentId: string; role: AgentRole };

/**
 * Why this agent cannot take this step now, or null. The same answer decides whether the form shows
 * and whether the server refuses (domain rules 9 to 11).
 */
export function whyNotStep(step: CaseStep, agent: Acting, request: CaseFacts): WhyNot | null {
  if (!rolesOf(step, request).includes(agent.role)) return because("not_your_role");
  if (step === "note") return null;
  if (step === "reopen") return whyNotReopen(request);
  return whyEnded(request) ?? whyNotOpen[step]?.(request, agent) ?? null;
}

const whyNotOpen: Partial<
  Record<CaseStep, (request: CaseFacts, agent: Acting) => WhyNot | null | undefined>
> = {
  verify: whyNotVerify,
  carry_out: whyNotCarryOut,
  decide: ({ state }) => (state === "objected" ? null : because("case_no_objection")),
  ask_card_holder: (request) =>
    whyRescue(request) ?? (request.billingEmail ? null : because("no_billing_address")),
  note_callback: (request) => {
    const { calledBackAt: at, calledBackByName: by } = request;
    return whyNotOfCardHolder(request) ?? (at && because("case_called_back_already", { by, at }));
  },
  name_successor: whyRescue,
  withdraw: whyNotOfCardHolder,
};

function whyNotVerify(request: CaseFacts): WhyNot | null {
  const { verifiedAt: at, verifiedByName: by } = request;
  if (at) return because("case_verified_already", { by, at });
  return whyObjected(request) ?? whyObstacle(request);
}

function whyNotCarryOut(request: CaseFacts, { agentId }: Acting): WhyNot | null {
  const { kind, state, verifiedBy } = request;
  const isOwnWork = verifiedBy === agentId;
  if (isOwnWork && kind === "removal") return because("case_four_eyes");
  const objected = whyObjected(request);
  if (objected) return objected;
  if (state === "unverified") return whyObstacle(request) ?? because("case_not_verified");
  if (state === "waiting") return because("case_waits", { at: request.waitsUntil });
  const obstacle = whyObstacle(request);
  if (obstacle || kind === "removal" || !isOwnWork) return obstacle;
  if (request.activeLeads > 1) return because("case_two_leads");
  const waitsUntil = new Date(request.begunAt.getTime() + RESCUE_ALONE);
  return waitsUntil.getTime() > Date.now() ? because("case_two_leads", { at: waitsUntil }) : null;
}

/** How long a rescue by a lead who is the only one waits. */
export const RESCUE_ALONE = 72 * 3_600_000;

function whyNotReopen(request: CaseFacts): WhyNot | null {
  const { kind, state, endedAt, obstacle, endedLongAgo } = request;
  if (!endedAt) return because(state === "expired" ? "case_ends_now" : "case_open");
  if (state === "carried_out") return whyEnded(request);
  if (kind === "rescue") return whyRescue(request);
  if (endedLongAgo) return because("case_ended_long_ago");
  return obstacle === "not_owner" ? whyObstacle(request) : null;
}

function whyEnded({ state, endedAt: at, endedByName: by }: CaseFacts): WhyNot | null {
  if (state === "carried_out") return because("case_carried_out", { by, at });
  if (state === "expired" && !at) return because("case_ends_now");
  return at ? because("case_ended", { by, at }) : null;
}

function whyObjected({ state, objectedByName: by }: CaseFacts): WhyNot | null {
  return state === "objected" ? because("case_objected", { by }) : null;
}

function whyRescue({ kind }: CaseFacts): WhyNot | null {
  return kind === "rescue" ? because("case_is_rescue") : null;
}

function whyNotOfCardHolder({ capacity, requestedByName: name }: CaseFacts): WhyNot | null {
  return capacity === "card_holder" ? null : because("case_of_admin", { name });
}

/** What stands in the way of the case itself, as a refusal with whom it names. */
export function whyObstacle(request: CaseFacts): WhyNot | null {
  const { obstacle, successorName, userName, requestedByName } = request;
  if (!obstacle) return null;
  const name = obstacle === "requester_gone" ? requestedByName : userName;
  return because(obstacleRefusals[obstacle], { name, successor: successorName });
}

type Facts = { name?: string | null; by?: string | null; successor?: string | null };

function because(code: RefusalCode, facts: Facts & { at?: Date | null } = {}): WhyNot {
  const { at, ...names } = facts;
  const known = Object.entries({ ...names, at: at?.toISOString() }).filter(([, value]) => value);
  return { code, facts: Object.fromEntries(known) };
}
