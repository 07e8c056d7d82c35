/** Every kind of mail with what its `data` holds. Names are copied: it tells what was, not what is. */
export type MailData = {
  /** An admin added this person, or made a new link. */
  choose_password: { linkId: string; by: string | null };
  /** Somebody asked for it on the sign-in page. */
  password_forgotten: { linkId: string };
  password_changed: { at: string; device: string };
  second_step_changed:
    | { what: "on" | "off" | "another_app" | "recovery_codes_made" }
    | { what: "recovery_code_used"; left: number };
  second_step_reset: { by: string };
  /** To the new address. */
  confirm_email: { changeId: string; by: string | null };
  /** To the old address, which for an admin is asked to agree. */
  email_change_begun: { changeId: string; newEmail: string; by: string | null; agrees: boolean };
  /** To the Owners, any of whom may agree in place of the old address. */
  email_agreement_asked: { userId: string; name: string; newEmail: string; by: string };
  email_changed: { newEmail: string };
  /** "It is the same person": to the old address and to the Owners (domain rule 17). */
  same_person_confirmed: { by: string; was: string; is: string; reason: string };
  owner_made: { name: string; by: string };
  user_inactivated: { by: string; line: string };
  contacts_received: { from: string; by: string; contacts: number };
  /** To the billing address and the admins: what is paid for has changed, or is going to. */
  spots_changed: {
    what: "added" | "reduced" | "kept" | "scheduled" | "replaced" | "cancelled";
    by: string | null;
    from: number;
    to: number;
    /** When it counts, or would have. */
    effectiveAt: string;
    /** Kept, or reduced by less: what had been scheduled. */
    wanted?: number;
    /** For whom a reduction was raised or cancelled. */
    forName?: string;
    charged?: { amount: number; currency: string };
    /** What a period costs with the new total, and did before. */
    bill?: { before: number; after: number; currency: string; interval: "month" | "year" };
    changeId: string;
  };
  /** To the billing address, of what was charged to the card. */
  invoice_issued: {
    number: number;
    amount: number;
    currency: string;
    seats: number;
    /** Days: the first one paid for, and the first one not. */
    from: string;
    until: string;
  };
  /** To the billing address and the admins. */
  payment_due: { number: number; amount: number; currency: string; readOnlyAt: string };
  subscription_cancelled: { by: string; endsAt: string };
  subscription_ended: { why: "cancelled" | "unpaid" };
  /** To the present billing address. */
  confirm_card_change: { changeId: string; by: string; holderName: string; last4: string };
  /** To the billing address before and after, and the Owners. */
  card_changed: { by: string; holderName: string; last4: string; billingEmail: string };
  /** To each Account Owner, with a link of their own to object, or to agree. */
  owner_request_told: {
    caseNumber: number;
    letterId: string;
    isConcerned: boolean;
    name: string;
    by: string;
    capacity: "admin" | "card_holder";
    reason: string;
    successor: string | null;
    waitsUntil: string;
  };
  /** To the billing address. */
  owner_request_confirm: {
    caseNumber: number;
    confirmId: string;
    name: string;
    by: string;
    reason: string;
  };
  /** To everybody who was told, and to who asked. */
  owner_request_ended: {
    caseNumber: number;
    kind: "removal" | "rescue";
    outcome: "carried_out" | "refused" | "withdrawn" | "expired";
    name: string;
    successor: string | null;
    reason: string;
    /** Who reads it, if it is about them. */
    you: "concerned" | "successor" | null;
  };
  /** To every active user and the billing address. */
  rescue_told: { caseNumber: number; letterId: string; name: string; reason: string };
  inactivation_refused: { name: string; scheduledBy: string; runAt: string; why: string };
};

export type MailKind = keyof MailData;

/**
 * One mail as its job carries it. `address` is named where it is not the user's own of that moment;
 * a card holder, who need not be a user, is named with it.
 */
export type MailJob<K extends MailKind = MailKind> = {
  mailId: string;
  accountId: string;
  userId?: string;
  address?: string;
  name?: string;
  kind: K;
  data: MailData[K];
};

/** What a mail says, before it is text and HTML. */
export type MailContent = {
  subject: string;
  /** After the greeting, before the link. */
  before: string[];
  /** Somebody's own words. */
  quote?: string;
  link?: { label: string; url: string };
  after?: string[];
};
