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
  inactivation_refused: { name: string; scheduledBy: string; runAt: string; why: string };
};

export type MailKind = keyof MailData;

/** One mail as its job carries it. `address` is named where it is not the user's own of that moment. */
export type MailJob<K extends MailKind = MailKind> = {
  mailId: string;
  accountId: string;
  userId: string;
  address?: string;
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
