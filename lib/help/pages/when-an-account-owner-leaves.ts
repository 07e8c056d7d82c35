import type { HelpPage } from "#lib/help/help-page";

export const whenAnAccountOwnerLeaves: HelpPage = {
  title: "When an Account Owner leaves",
  summary:
    "An admin asks our support to lift the Account Owner status; every Owner is told, and two people of support carry it out.",
  isForAdmins: true,
  sections: [
    {
      title: "Asking for it",
      blocks: [
        {
          steps: [
            [
              "As an admin, open ",
              { text: "Account Owner request", href: "/admin/owner-request" },
              " in the Admin tab.",
            ],
            "Choose the Account Owner, and say why. Every Account Owner reads it.",
            "If it is the last one, choose who becomes Account Owner instead: an active admin who has signed in. Both happen in one step.",
          ],
        },
        [
          "The card holder can ask too, also without being a user: they write to ",
          { mailTo: "support" },
          ". Support compares name and last four digits with the card on file, calls back, and sends a link to the address that bills go to. Without its confirmation nothing happens.",
        ],
      ],
    },
    {
      title: "What happens then",
      blocks: [
        {
          list: [
            "Every Account Owner is told at once, with a link to object. An objection stops it until a lead of support has decided.",
            "For a waiting time, a day unless the page says otherwise, nothing happens, unless the Account Owner concerned agrees by the link in their mail. Who agreed can still object. If support names somebody else to follow, everybody is told anew and has the time anew.",
            "One person of support checks it, and another one carries it out: never the same.",
            "After 30 days a request expires. Who asked can withdraw it before.",
          ],
        },
        [
          "The request's page shows every step, with the names of support's people; so does the ",
          { text: "account log", href: "/admin/audit" },
          ". Nobody loses their status to a convincing phone call.",
        ],
      ],
    },
    {
      title: "Once it is carried out",
      blocks: [
        [
          "The person is an admin like any other. Make Inactive is back in their row of ",
          { text: "Manage Users", href: "/admin/users" },
          ": support makes nobody inactive, that stays with you.",
        ],
      ],
    },
    {
      title: "If it stops",
      blocks: [
        {
          list: [
            "The admin who asked is made inactive, or is no admin any more: another admin takes the request over on its page, and support checks it anew.",
            [
              "The Account Owner is the card holder: ",
              { text: "change the card", href: "/admin/subscription/card" },
              " first, or the card holder asks: signed in, or by writing to support.",
            ],
            "Whoever was to follow is inactive or no admin any more: support names somebody else with you, or withdraw it and ask again.",
            "Support refused it: the mail says why. You can ask again.",
          ],
        },
        [
          "If nobody is left who can sign in, neither an Account Owner nor another admin, write to ",
          { mailTo: "support" },
          ".",
        ],
      ],
    },
  ],
  searchWords:
    "owner left company remove owner transfer ownership change owner former owner gone lift status request case support agent objection object agree withdraw four eyes waiting time unreachable nobody left locked out rescue dead account",
  related: ["account-owners", "making-a-user-inactive", "the-card-holder", "account-log"],
};
