import type { Case } from "#lib/support/get-case";
import { ada, ben, cleo, noon, sampleId } from "#tests/support/samples";

const days = (count: number) => new Date(noon.getTime() + count * 86_400_000);

export const rita = { id: sampleId(201), name: "Rita Reed", role: "agent" as const };
export const theo = { id: sampleId(202), name: "Theo Thorn", role: "technical" as const };
export const lena = { id: sampleId(203), name: "Lena Lang", role: "lead" as const };

/** Ada asked at noon that Ben, the last Owner, be none; Cleo is to follow. Nobody has looked at it yet. */
export function sampleCase(change: Partial<Case> = {}): Case {
  return {
    id: sampleId(200),
    number: 1042,
    kind: "removal",
    state: "unverified",
    obstacle: null,
    userId: ben.id,
    userName: ben.name,
    successorId: cleo.id,
    successorName: cleo.name,
    capacity: "admin",
    requestedBy: ada.id,
    requestedByName: ada.name,
    openedBy: null,
    openedByName: null,
    reason: "Left in May.",
    createdAt: noon,
    begunAt: noon,
    waitsUntil: days(1),
    expiresAt: days(30),
    statedHolder: null,
    statedLast4: null,
    callbackNumber: null,
    calledBackAt: null,
    calledBackBy: null,
    calledBackByName: null,
    confirmAskedAt: null,
    confirmId: null,
    confirmSentTo: null,
    confirmedAt: null,
    agreedAt: null,
    objectedAt: null,
    objectedByName: null,
    objection: null,
    decidedAt: null,
    decidedBy: null,
    decidedByName: null,
    decision: null,
    assignedTo: null,
    assignedToName: null,
    verifiedAt: null,
    verifiedBy: null,
    verifiedByName: null,
    lapse: null,
    endedAt: null,
    outcome: null,
    endedByAgent: null,
    endedByUser: null,
    endedByName: null,
    endReason: "",
    billingEmail: "billing@alder.example",
    activeOwners: 1,
    cardHolderName: "Pat Payer",
    cardHolderUserId: null,
    cardMatches: false,
    activeLeads: 2,
    hasWaited: false,
    endedLongAgo: false,
    ...change,
  };
}

/** The same, of the card holder, who was asked an hour after noon. */
export function cardHoldersCase(change: Partial<Case> = {}): Case {
  return sampleCase({
    capacity: "card_holder",
    requestedBy: null,
    requestedByName: "Pat Payer",
    openedBy: rita.id,
    openedByName: rita.name,
    statedHolder: "Pat Payer",
    statedLast4: "4242",
    cardMatches: true,
    callbackNumber: "+49 30 1234567",
    confirmAskedAt: new Date("2026-11-12T13:00:00Z"),
    confirmSentTo: "billing@alder.example",
    obstacle: "not_confirmed",
    ...change,
  });
}

export const verified = {
  state: "ready" as const,
  hasWaited: true,
  verifiedAt: noon,
  verifiedBy: rita.id,
  verifiedByName: rita.name,
};

/** Of Lena's rescue: Cleo is to be an Owner, as nobody is left. */
export function sampleRescue(change: Partial<Case> = {}): Case {
  return sampleCase({
    kind: "rescue",
    capacity: "lead",
    state: "ready",
    userId: null,
    userName: null,
    requestedBy: null,
    requestedByName: lena.name,
    openedBy: lena.id,
    openedByName: lena.name,
    verifiedAt: noon,
    verifiedBy: lena.id,
    verifiedByName: lena.name,
    ...change,
  });
}
