/** Every kind of audit event with what its `data` holds. Names are copied, so that it reads the same for ever. */
export type EventData = {
  "account.opened": { accountName: string; seatsTotal: number };
  "user.added": {
    email: string;
    role: "admin" | "user";
    isOwner?: boolean;
    linkId: string;
    takenFrom?: string;
  };
  "user.inactivated": {
    reason: string;
    sessionsEnded: number;
    linksEnded: number;
    contacts: number;
    contactsPlan: "none" | "leave" | "one" | "split";
    successors: { userId: string; name: string; contacts: number }[];
    transferId: string | null;
    historyEntries: number;
    seatsTotal: number;
    seatsUsed: number;
  };
  "user.reactivated": {
    seatsTotal: number;
    seatsUsed: number;
    email: string;
    /** Where the former address belongs to somebody else by now. */
    isNewEmail?: boolean;
  };
  "user.link_created": { linkId: string };
  "user.password_chosen": Record<string, never>;
  "user.signed_in": { device: string; address: string };
  "user.signed_out": Record<string, never>;
  "transfer.undone": {
    transferId: string;
    returned: number;
    stayed: number;
    carvedOut: number;
    fromName: string;
  };
  "audit.exported": {
    format: "csv" | "jsonl";
    /** What the filter left: in words, so that it reads the same when the groups have changed. */
    person?: string;
    kind?: string;
    from?: string;
    to?: string;
  };
  "history.added": { contactId: string; contactName: string; entryKind: string };
};

export type EventKind = keyof EventData;

export type AuditEvent<K extends EventKind = EventKind> = {
  id: string;
  at: Date;
  kind: K;
  actorId: string | null;
  actorName: string;
  userId: string | null;
  userName: string | null;
  data: EventData[K];
};
