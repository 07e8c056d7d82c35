import type { HelpPage } from "#lib/help/help-page";

export const accountOwners: HelpPage = {
  title: "Account Owners",
  summary:
    "An Account Owner cannot be made inactive, so that nobody takes over your account; only support lifts the status.",
  isForAdmins: true,
  sections: [
    {
      title: "Why there is no Make Inactive link",
      blocks: [
        "An account always has at least one active Account Owner. If admins could make an Owner inactive, one admin alone could lock out everybody else. So the row of an Owner says Account Owner in place of the link.",
        "For the same reason only Owners themselves change their own e-mail, and only another Owner resets their two-step sign-in or makes a password link for an Owner who has not chosen one.",
      ],
    },
    {
      title: "Several Account Owners",
      blocks: [
        "An account can have several, and two are better than one: nobody has to wait while one of them is away.",
        {
          steps: [
            [
              "As an Account Owner, open ",
              { text: "Manage Users", href: "/admin/users" },
              " and follow Edit in the row of an active admin who has chosen a password.",
            ],
            "Follow Make NAME an Account Owner.",
            "Enter your own password. It is asked again, because nobody in your account can take this back.",
          ],
        },
        "All other Account Owners are told by e-mail, and the account log keeps who did it.",
      ],
    },
    {
      title: "Lifting the status",
      blocks: [
        [
          "Only support can, on the request of an active admin of the account or of the card holder. An admin asks by an ",
          { text: "Account Owner request", href: "/admin/owner-request" },
          ": every Account Owner is told and can object, and two people of support have to agree. After that, the person can be made inactive like any other user. ",
          { text: "When an Account Owner leaves", href: "/help/when-an-account-owner-leaves" },
          " explains every step.",
        ],
      ],
    },
    {
      title: "The card holder",
      blocks: [
        [
          "The card holder is the person whose name is on the credit card on file; see ",
          { text: "Update subscription", href: "/admin/subscription" },
          ". An Owner who is the card holder keeps the status until the card on file changes, unless the card holder asks support for it.",
        ],
      ],
    },
  ],
  searchWords:
    "ownership owner change owner transfer ownership remove owner delete owner former owner left primary admin super admin lift payer credit card billing contact cannot deactivate",
  related: ["when-an-account-owner-leaves", "roles", "making-a-user-inactive", "the-card-holder"],
};
