import type { OwnerRequest } from "#lib/owner-requests/get-owner-request";
import type { RefusalFacts } from "#lib/refusal";

/** What a refusal about a case may name: who asked for it, and when it ended. */
export function caseFacts({ requestedByName: name, endedAt }: OwnerRequest): RefusalFacts {
  return { name, ...(endedAt && { at: endedAt.toISOString() }) };
}

/** Whom a case is about: the Owner concerned, or who is to be one. */
export function personOf(request: OwnerRequest): { id: string; name: string } | undefined {
  const { kind, userId, userName, successorId, successorName } = request;
  const [id, name] = kind === "rescue" ? [successorId, successorName] : [userId, userName];
  return id && name ? { id, name } : undefined;
}
