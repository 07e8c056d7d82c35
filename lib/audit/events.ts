import type { ChangedReduction, SpotEventData } from "#lib/audit/spot-events";
import type { SupportEventData } from "#lib/audit/support-events";

/** Every kind of audit event with what its `data` holds. Names are copied, so that it reads the same for ever. */
export type EventData = SpotEventData &
  SupportEventData & {
    "account.opened": { accountName: string; seatsTotal: number };
    "user.added": {
      email: string;
      role: "admin" | "user";
      isOwner?: boolean;
      linkId: string;
      takenFrom?: string;
      /** Of user spots, where it would have taken this one; here and below. */
      reduction?: ChangedReduction;
    };
    "user.inactivated": {
      reason: string;
      sessionsEnded: number;
      linksEnded: number;
      contacts: number;
      contactsPlan: "none" | "leave" | "one" | "split";
      successors: { userId: string; name: string; contacts: number }[];
      transferId: string | null;
      /** Too many to split in one step: left to a job, which writes down what came of it. */
      isPlanned?: true;
      historyEntries: number;
      seatsTotal: number;
      seatsUsed: number;
      /** Who was added to the spot in the same step. */
      newUser?: { id: string; name: string };
      reduction?: ChangedReduction;
      /** When it was scheduled, in the account's words, if it was. */
      scheduledOn?: string;
    };
    "user.inactivation_scheduled": {
      scheduleId: string;
      runAt: string;
      /** The same in the account's words, here and below. */
      time: string;
      successors: { userId: string; name: string }[];
      reason: string;
      tells: boolean;
      /** The moment that this one takes the place of. */
      replaced: string | null;
    };
    "user.inactivation_cancelled": { scheduleId: string; time: string; scheduledBy: string };
    "user.inactivation_refused": {
      scheduleId: string;
      time: string;
      scheduledBy: string;
      why: string;
    };
    "user.reactivated": {
      seatsTotal: number;
      seatsUsed: number;
      email: string;
      /** Where the former address belongs to somebody else by now. */
      isNewEmail?: boolean;
      reduction?: ChangedReduction;
    };
    "user.edited": {
      /** What was changed, as it was and as it is. */
      changes: Partial<Record<EditedField, { from: string; to: string }>>;
      /** An e-mail that counts once it is confirmed. */
      newEmail?: string;
      /** The reason given for "It is the same person" (domain rule 17). */
      samePerson?: string;
    };
    "user.email_confirmed": { newEmail: string; waitsForAgreement: boolean };
    "user.email_agreed": { newEmail: string };
    "user.email_changed": { from: string; to: string };
    "user.email_change_ended": { newEmail: string };
    "owner.made": Record<string, never>;
    "user.link_created": { linkId: string };
    /** With `sessionsEnded` by a forgotten password's link, else a first choice. */
    "user.password_chosen": { sessionsEnded?: number };
    "user.password_forgotten": { device: string; address: string };
    "user.password_changed": { device: string; sessionsEnded: number };
    "user.session_ended": { count: number; device?: string };
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
    /** Contacts given to others; `user` is whose they were, where they were one user's. */
    "contacts.reassigned": {
      transferId: string;
      contacts: number;
      /** How many users they were of. */
      givers: number;
      /** Who gets how many: null until it is counted. */
      receivers: { userId: string; name: string; contacts: number | null }[];
      /** Asked for: a job carries it out. */
      isPlanned?: true;
    };
    /** A large one that a job prepared, before anything changed hands. */
    "transfer.cancelled": { transferId: string; fromName?: string };
    "transfer.stopped": { transferId: string; fromName?: string; why: string };
    "transfer.undone": {
      transferId: string;
      returned: number;
      stayed: number;
      carvedOut: number;
      fromName: string;
    };
    "contacts.import_started": {
      importId: string;
      fileName: string;
      receiver: { userId: string; name: string };
    };
    /** Its end: all of the file, or what was in when it was cancelled or had to stop. */
    "contacts.imported": {
      importId: string;
      fileName: string;
      outcome: "done" | "cancelled" | "stopped";
      added: number;
      updated: number;
      known: number;
      wrong: number;
    };
    /** Books of the user that came by one transfer, or `own` ones; empty where there is no name. */
    "book.named": { book: string; from: string | null; name: string; before: string };
    "audit.exported": {
      format: "csv" | "jsonl";
      /** What the filter left: in words, so that it reads the same when the groups have changed. */
      person?: string;
      kind?: string;
      from?: string;
      to?: string;
    };
    /** About whom the contact went to, where that is not who added it. */
    "contact.added": { contactId: string; contactName: string };
    "contact.edited": {
      contactId: string;
      contactName: string;
      /** By what the field is called; null where it is too long to be quoted. */
      changes: Record<string, { from: string; to: string } | null>;
    };
    "contact.merged": {
      contactId: string;
      contactName: string;
      mergedId: string;
      mergedName: string;
    };
    "contact.deleted": { contactId: string; contactName: string };
    "contact.restored": { contactId: string; contactName: string; mergedIntoName?: string };
    "contacts.exported": {
      format: "csv" | "vcard";
      count: number;
      /** Of a wide search no more were counted. */
      hasMore?: boolean;
      search?: string;
      /** The user, or those whose contacts they were, in words. */
      assignee?: string;
      book?: string;
    };
    "history.added": { contactId: string; contactName: string; entryKind: string };
  };

export type EditedField = "name" | "email" | "role" | "defaultSuccessor";

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
