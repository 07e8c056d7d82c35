import type { EventKind } from "#lib/audit/events";

/** What the log is filtered by, in plain words, in the order in which the choice lists them. */
export const kindGroupLabels = {
  status: "Users made inactive or active",
  users: "Users added or edited",
  owners: "Account Owners",
  "sign-ins": "Signing in and out",
  passwords: "Passwords and two-step sign-in",
  contacts: "Contacts reassigned",
  details: "Contacts added, edited, deleted or exported",
  imports: "Contacts imported",
  history: "History of contacts",
  spots: "User spots and billing",
  account: "The account and its log",
} as const;

export type KindGroup = keyof typeof kindGroupLabels;

export const kindGroups = Object.keys(kindGroupLabels) as KindGroup[];

/** Every kind stands in a group, or in several: making a user inactive may hand contacts over. */
const groupsOf: Record<EventKind, readonly [KindGroup, ...KindGroup[]]> = {
  "account.opened": ["account"],
  "audit.exported": ["account"],
  "seats.added": ["spots"],
  "seats.reduction_scheduled": ["spots"],
  "seats.reduction_cancelled": ["spots"],
  "seats.reduced": ["spots"],
  "subscription.renewed": ["spots"],
  "subscription.cancelled": ["spots", "account"],
  "subscription.resumed": ["spots", "account"],
  "subscription.ended": ["spots", "account"],
  "subscription.started": ["spots", "account"],
  "invoice.paid": ["spots"],
  "invoice.unpaid": ["spots", "account"],
  "card.change_asked": ["spots"],
  "card.change_ended": ["spots"],
  "card.changed": ["spots"],
  "account.spots_kept": ["spots", "owners"],
  "account.spots_open": ["spots", "owners"],
  "user.added": ["users"],
  "user.inactivated": ["status", "contacts"],
  "user.inactivation_scheduled": ["status"],
  "user.inactivation_cancelled": ["status"],
  "user.inactivation_refused": ["status"],
  "user.reactivated": ["status"],
  "user.edited": ["users"],
  "user.email_confirmed": ["users"],
  "user.email_agreed": ["users"],
  "user.email_changed": ["users"],
  "user.email_change_ended": ["users"],
  "owner.made": ["owners"],
  "mail.refused": ["account"],
  "user.link_created": ["passwords"],
  "user.password_chosen": ["passwords"],
  "user.password_forgotten": ["passwords"],
  "user.password_changed": ["passwords"],
  "user.second_step_on": ["passwords"],
  "user.second_step_off": ["passwords"],
  "user.second_step_reset": ["passwords"],
  "user.recovery_codes_made": ["passwords"],
  "account.second_step_required": ["passwords"],
  "account.second_step_not_required": ["passwords"],
  "user.session_ended": ["sign-ins"],
  "user.signed_in": ["sign-ins"],
  "user.signed_out": ["sign-ins"],
  "contacts.reassigned": ["contacts"],
  "transfer.cancelled": ["contacts"],
  "transfer.stopped": ["contacts"],
  "transfer.undone": ["contacts"],
  "contact.added": ["details"],
  "contact.edited": ["details"],
  "contact.merged": ["details"],
  "contact.deleted": ["details"],
  "contact.restored": ["details"],
  "contacts.exported": ["details", "account"],
  "contacts.import_started": ["imports"],
  "contacts.imported": ["imports"],
  "book.named": ["contacts"],
  "history.added": ["history"],
};

/** The kinds of a group, as the database keeps them. */
export function kindsIn(group: KindGroup): EventKind[] {
  return (Object.keys(groupsOf) as EventKind[]).filter((kind) => groupsOf[kind].includes(group));
}
