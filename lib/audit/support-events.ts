/** What a case is called by, and whose status it is about; names are copied, here and below. */
type OfCase = { caseNumber: number };

/** What support does in an account, and what is asked of it and answered there. */
export type SupportEventData = {
  /** Written by the database, with every look. */
  "support.looked": { reason: string };
  "owner_request.opened": OfCase & {
    capacity: "admin" | "card_holder";
    /** Of a card holder, who need not be a user. */
    byName: string;
    reason: string;
    successor?: string;
  };
  "owner_request.taken_over": OfCase & { from: string };
  "owner_request.agreed": OfCase;
  "owner_request.objected": OfCase & { words: string; byAddress?: string };
  "owner_request.withdrawn": OfCase & { reason: string };
  "owner_request.expired": OfCase;
  "owner_request.assigned": OfCase & { to: string | null };
  "owner_request.card_holder_asked": OfCase & { sentTo: string; byName: string };
  "owner_request.confirmed": OfCase & { sentTo: string };
  "owner_request.called_back": OfCase & { number: string };
  "owner_request.successor_named": OfCase & { successor: string };
  "owner_request.verified": OfCase & { reason: string };
  "owner_request.objection_overruled": OfCase & { objectedBy: string; reason: string };
  "owner_request.refused": OfCase & { reason: string };
  "owner_request.reopened": OfCase & { reason: string };
  /** About the Owner whose status was lifted; who verified it is another person. */
  "owner_request.carried_out": OfCase & { verifiedBy: string; successor?: string };
  /** About who is to be an Owner of an account that nobody administers. */
  "rescue.proposed": OfCase & { reason: string; letters: number };
  "rescue.carried_out": OfCase & { proposedBy: string };
};
