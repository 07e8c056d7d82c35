import type { HelpPage } from "#lib/help/help-page";

export const userSpotsAndTheBill: HelpPage = {
  title: "User spots and the bill",
  summary:
    "You pay for user spots, not for people: a spot opens at once, and the bill changes only when you change the number of spots.",
  isForAdmins: true,
  sections: [
    {
      title: "What a user spot is",
      blocks: [
        "Your account pays for a number of user spots. Each active user takes one, whatever the role, and whether or not they have signed in. Inactive users take none.",
        [
          { text: "Manage Users", href: "/admin/users" },
          " shows how many are used and how many are open. There are never more active users than spots.",
        ],
      ],
    },
    {
      title: "When somebody leaves",
      blocks: [
        "Making a user inactive opens a spot at once. The bill does not change by itself: the spot stays yours and paid for. Then there are two ways on:",
        {
          list: [
            [
              "Use it: ",
              { text: "add a user", href: "/help/adding-a-user" },
              " to the open spot, at no further cost.",
            ],
            [
              "Give it up: ",
              { text: "reducing user spots", href: "/help/reducing-user-spots" },
              " is a step of its own, under ",
              { text: "Update subscription", href: "/admin/subscription" },
              ". The new number is never below the number of active users.",
            ],
          ],
        },
      ],
    },
    {
      title: "When no spot is open",
      blocks: [
        [
          "Adding a user and making one active are refused, and nothing changes. Add user spots under ",
          { text: "Update subscription", href: "/admin/subscription" },
          ", or make somebody inactive first.",
        ],
      ],
    },
    {
      title: "Who pays, and what changed",
      blocks: [
        "Update subscription names the card holder and the billing e-mail, and lists every change of the number of spots, by whom and why. These lines are never changed afterwards.",
      ],
    },
  ],
  searchWords:
    "seat seats license licence licenses billing invoice price cost pay payment charge refund money subscription plan reduce downgrade upgrade cancel buy more users limit full credit card",
  related: [
    "reducing-user-spots",
    "trial-and-payment",
    "adding-a-user",
    "making-a-user-inactive",
    "account-owners",
  ],
};
