import type { OpenCaseProps } from "#components/owner-requests/open-case";
import { ada, ben, cleo, noon, sampleEvent, sampleId } from "#tests/support/samples";

/** Ada's case about Ben, with Cleo to follow; begun at noon. */
export function sampleCase(
  change: Partial<OpenCaseProps["request"]> = {},
): OpenCaseProps["request"] {
  return {
    id: sampleId(80),
    number: 1042,
    kind: "removal",
    capacity: "admin",
    state: "unverified",
    obstacle: null,
    lapse: null,
    outcome: null,
    userName: ben.name,
    successorName: cleo.name,
    requestedByName: ada.name,
    reason: "Has left us in May",
    endReason: "",
    agreedAt: null,
    objectedByName: null,
    objection: null,
    decision: null,
    waitsUntil: new Date(noon.getTime() + 86_400_000),
    expiresAt: new Date(noon.getTime() + 30 * 86_400_000),
    steps: [
      sampleEvent("owner_request.opened", {
        ...{ caseNumber: 1042, capacity: "admin", byName: ada.name },
        ...{ reason: "Has left us in May", successor: cleo.name },
      }),
    ],
    answer: null,
    canWithdraw: false,
    canTakeOver: false,
    inactivable: null,
    ...change,
  };
}
