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
  "user.signed_in": {
    device: string;
    address: string;
    /** Besides the password, where the user has a second step. */
    code?: "app" | "recovery";
    recoveryCodesLeft?: number;
  };
  "user.signed_out": Record<string, never>;
  /** The set's id tells its codes to the server alone. */
  "user.second_step_on": { codesId: string; isAnotherApp?: boolean };
  "user.second_step_off": { code: "app" | "recovery" };
  "user.second_step_reset": { reason: string; sessionsEnded: number };
  "user.recovery_codes_made": { codesId: string };
  "account.second_step_required": { adminsWithout: number };
  "account.second_step_not_required": Record<string, never>;
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
