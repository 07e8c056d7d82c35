import type { AuditEvent, EventData, EventKind } from "#lib/audit/events";

/** One id per number, of the shape that the database gives: UUID v7. */
export function sampleId(number: number): string {
  return `0199a1b2-7c3d-7e4f-8a5b-${number.toString(16).padStart(12, "0")}`;
}

export const ada = { id: sampleId(1), name: "Ada Archer", email: "ada@alder.example" };
export const ben = { id: sampleId(2), name: "Ben Baker", email: "ben@alder.example" };
export const cleo = { id: sampleId(3), name: "Cleo Carter", email: "cleo@alder.example" };

export const requestId = sampleId(99);
export const inLondon = { timeZone: "Europe/London", locale: "en-GB" };
export const noon = new Date("2026-11-12T12:00:00Z");

/** What no text field keeps: each with what is wrong about it. */
export const badText: [string, unknown][] = [
  ["a NUL byte", "Ada\0"],
  ["a control character", "Ada\u0007"],
  ["half a surrogate pair", "Ada\ud800"],
  ["10,000 characters", "x".repeat(10_000)],
  ["a list", ["Ada", "Ben"]],
  ["a number", 7],
  ["an object", { first: "Ada" }],
  ["null", null],
];

/** The event that `kind` leaves when Ada acts on Ben at noon. */
export function sampleEvent<K extends EventKind>(
  kind: K,
  data: EventData[K],
  names: { actorName?: string; userName?: string | null } = {},
): AuditEvent<K> {
  return {
    id: sampleId(50),
    at: noon,
    kind,
    actorId: ada.id,
    actorName: ada.name,
    userId: ben.id,
    userName: ben.name,
    data,
    ...names,
  };
}

/** What making Ben inactive did: two sign-ins ended, twelve contacts went to Cleo. */
export function inactivationData(
  change: Partial<EventData["user.inactivated"]> = {},
): EventData["user.inactivated"] {
  return {
    reason: "",
    sessionsEnded: 2,
    linksEnded: 0,
    contacts: 12,
    contactsPlan: "one",
    successors: [{ userId: cleo.id, name: cleo.name, contacts: 12 }],
    transferId: sampleId(60),
    historyEntries: 34,
    seatsTotal: 10,
    seatsUsed: 8,
    ...change,
  };
}
