/** What there is help about, in the order of the index: each page stands under one subject. */
export const helpSubjects = [
  {
    title: "People who leave",
    slugs: [
      "making-a-user-inactive",
      "what-happens-to-the-contacts",
      "several-users-at-once",
      "inactive-on-a-date",
      "making-a-user-active-again",
      "when-an-account-owner-leaves",
      "history-keeps-its-author",
    ],
  },
  {
    title: "Users",
    slugs: ["adding-a-user", "editing-a-user", "one-user-is-one-person", "roles", "account-owners"],
  },
  {
    title: "Contacts",
    slugs: [
      ...["finding-contacts", "reassigning-contacts", "adding-contacts"],
      ...["importing-contacts", "exporting-contacts", "deleting-contacts"],
    ],
  },
  {
    title: "Signing in",
    slugs: ["signing-in", "passwords", "two-step-sign-in", "my-sign-ins"],
  },
  {
    title: "Your account",
    slugs: [
      ...["user-spots-and-the-bill", "reducing-user-spots"],
      ...["trial-and-payment", "the-card-holder"],
      ...["account-log", "mails-from-handover"],
    ],
  },
] as const;

export type HelpSlug = (typeof helpSubjects)[number]["slugs"][number];
