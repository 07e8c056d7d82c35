import { expect, test } from "vitest";
import type { AgentRole } from "#lib/actor";
import { obstacleRefusals } from "#lib/owner-requests/case-state";
import type { Case } from "#lib/support/get-case";
import { type CaseStep, stepRoles, whyNotStep } from "#lib/support/rules";
import { stepsOf } from "#lib/support/steps-of";
import { noon, sampleId } from "#tests/support/samples";
import {
  cardHoldersCase,
  lena,
  rita,
  sampleCase,
  sampleRescue,
  theo,
  verified,
} from "#tests/support/samples-of-cases";

const acting = { agent: rita, technical: theo, lead: lena };
const as = (role: AgentRole, agentId: string = acting[role].id) => ({ agentId, role });
const codeOf = (step: CaseStep, role: AgentRole, request: Case, agentId?: string) =>
  whyNotStep(step, as(role, agentId), request)?.code ?? null;
const ended = { state: "refused" as const, endedAt: noon, endedByName: theo.name };

test("each step is for its roles, and a rescue is carried out by a lead", () => {
  const roles: AgentRole[] = ["agent", "technical", "lead"];
  for (const step of Object.keys(stepRoles) as CaseStep[]) {
    for (const role of roles.filter((each) => !stepRoles[step].includes(each))) {
      expect([step, role, codeOf(step, role, sampleCase())]).toEqual([step, role, "not_your_role"]);
    }
  }
  expect(codeOf("carry_out", "lead", sampleCase(verified))).toBe("not_your_role");
  expect(codeOf("carry_out", "technical", sampleRescue())).toBe("not_your_role");
});

test("a case is verified once, with nothing in its way and no objection", () => {
  expect(codeOf("verify", "agent", sampleCase())).toBeNull();
  expect(whyNotStep("verify", as("agent"), sampleCase(verified))).toEqual({
    code: "case_verified_already",
    facts: { by: rita.name, at: noon.toISOString() },
  });
  expect(codeOf("verify", "agent", sampleCase({ state: "objected" }))).toBe("case_objected");
  for (const [obstacle, code] of Object.entries(obstacleRefusals)) {
    const request = sampleCase({ obstacle: obstacle as keyof typeof obstacleRefusals });
    expect(codeOf("verify", "agent", request)).toBe(code);
  }
});

test("an obstacle names whom it is about", () => {
  const facts = (obstacle: Case["obstacle"]) =>
    whyNotStep("verify", as("agent"), sampleCase({ obstacle }))?.facts;
  expect(facts("requester_gone")).toMatchObject({ name: "Ada Archer" });
  expect(facts("card_holder_asks")).toMatchObject({ name: "Ben Baker" });
  expect(facts("successor_unfit")).toMatchObject({ successor: "Cleo Carter" });
});

test("it is carried out by somebody else than who verified it, once it is ready", () => {
  const carry = (change: Partial<Case>, agentId?: string) =>
    codeOf("carry_out", "technical", sampleCase({ ...verified, ...change }), agentId);
  expect(carry({})).toBeNull();
  expect(carry({}, rita.id)).toBe("case_four_eyes");
  expect(carry({ state: "waiting" })).toBe("case_waits");
  expect(carry({ state: "objected" })).toBe("case_objected");
  expect(carry({ obstacle: "successor_unfit" })).toBe("case_successor_unfit");
  expect(codeOf("carry_out", "technical", sampleCase())).toBe("case_not_verified");
  const lapsed = sampleCase({ lapse: "requester_inactive", obstacle: "requester_gone" });
  expect(codeOf("carry_out", "technical", lapsed)).toBe("case_requester_gone");
});

test("a rescue is carried out by another lead, or by the only one after 72 hours", () => {
  const recent = new Date(Date.now() - 71 * 3_600_000);
  const longAgo = new Date(Date.now() - 73 * 3_600_000);
  const carry = (change: Partial<Case>, agentId?: string) =>
    codeOf("carry_out", "lead", sampleRescue(change), agentId);
  expect(carry({}, sampleId(204))).toBeNull();
  expect(carry({ begunAt: longAgo })).toBe("case_two_leads");
  expect(carry({ begunAt: recent, activeLeads: 1 })).toBe("case_two_leads");
  expect(carry({ begunAt: longAgo, activeLeads: 1 })).toBeNull();
  expect(carry({ obstacle: "owner_there" }, sampleId(204))).toBe("case_somebody_there");
});

test("what is the card holder's own is done in a card holder's case", () => {
  for (const step of ["note_callback"] as const) {
    expect(codeOf(step, "agent", sampleCase())).toBe("case_of_admin");
    expect(codeOf(step, "agent", cardHoldersCase())).toBeNull();
  }
  expect(codeOf("withdraw", "lead", sampleCase())).toBe("case_of_admin");
  expect(codeOf("withdraw", "lead", cardHoldersCase())).toBeNull();
  expect(codeOf("note_callback", "agent", cardHoldersCase({ calledBackAt: noon }))).toBe(
    "case_called_back_already",
  );
  expect(codeOf("ask_card_holder", "agent", sampleCase({ billingEmail: null }))).toBe(
    "no_billing_address",
  );
  for (const step of ["ask_card_holder", "name_successor"] as const) {
    expect(codeOf(step, "agent", sampleRescue())).toBe("case_is_rescue");
  }
});

test("an ended case is noted in and reopened, unless it was carried out or ended long ago", () => {
  const request = sampleCase(ended);
  for (const step of Object.keys(stepRoles) as CaseStep[]) {
    const role = stepRoles[step][0] ?? "lead";
    const isOpen = step === "note" || step === "reopen";
    const by = step === "carry_out" ? "technical" : role;
    expect([step, codeOf(step, by, request)]).toEqual([step, isOpen ? null : "case_ended"]);
  }
  const reopen = (change: Partial<Case>) =>
    codeOf("reopen", "agent", sampleCase({ ...ended, ...change }));
  expect(reopen({ state: "carried_out" })).toBe("case_carried_out");
  expect(reopen({ endedLongAgo: true })).toBe("case_ended_long_ago");
  expect(reopen({ obstacle: "not_owner" })).toBe("case_not_owner");
  expect(reopen({ obstacle: "requester_gone" })).toBeNull();
  expect(codeOf("reopen", "agent", sampleRescue(ended))).toBe("case_is_rescue");
  expect(codeOf("reopen", "agent", sampleCase())).toBe("case_open");
});

test("once its time is over nothing is done until it is ended", () => {
  const over = sampleCase({ state: "expired" });
  expect(codeOf("verify", "agent", over)).toBe("case_ends_now");
  expect(codeOf("reopen", "agent", over)).toBe("case_ends_now");
  expect(codeOf("assign", "lead", over)).toBe("case_ends_now");
});

test("a case lists the steps that it can have at all", () => {
  const names = (request: Case) => stepsOf(as("agent"), request).map(({ step }) => step);
  expect(names(sampleCase(ended))).toEqual(["reopen", "note"]);
  expect(names(sampleCase())).not.toContain("withdraw");
  expect(names(sampleCase())).not.toContain("decide");
  expect(names(sampleCase({ state: "objected" }))).toContain("decide");
  expect(names(cardHoldersCase())).toEqual(expect.arrayContaining(["withdraw", "note_callback"]));
  expect(names(sampleRescue())).toEqual(["carry_out", "assign", "refuse", "note"]);
});
