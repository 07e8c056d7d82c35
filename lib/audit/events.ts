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
  /** With `sessionsEnded` by a forgotten password's link, else a first choice. */
  "user.password_chosen": { sessionsEnded?: number };
  "user.password_forgotten": { device: string; address: string };
  "user.password_changed": { device: string; sessionsEnded: number };
  "user.session_ended": { count: number; device?: string };
  "user.signed_in": { device: string; address: string };
  "user.signed_out": Record<string, never>;
  /** The mail server refuses the address for good. */
  "mail.refused": { mail: string; address: string };
  "transfer.undone": {
    transferId: string;
    returned: number;
    stayed: number;
    carvedOut: number;
    fromName: string;
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
