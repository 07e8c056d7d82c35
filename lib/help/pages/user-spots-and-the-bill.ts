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
              ". The new number is never below the number of active users, nor below the minimum of your plan.",
            ],
          ],
        },
      ],
    },
    {
      title: "Fewer user spots",
      blocks: [
        "A reduction counts from the renewal on: what is paid for stays yours until then. During a trial it counts at once. Before you confirm, you see the bill before and after.",
        "Until its day a scheduled change is shown with its date wherever user spots are shown. A newer one takes its place; there is never more than one.",
        [
          "To call it off, choose Cancel the change under ",
          { text: "Update subscription", href: "/admin/subscription" },
          ". Your user spots and the bill then stay as they are.",
        ],
        "If more users are active on that day than the new number allows, as many spots stay as are used, and the admins and the card holder are told why.",
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
        "Added user spots are there at once. You pay for the days that are left of the period, and see the sum before you confirm.",
      ],
    },
    {
      title: "What you pay, and until when",
      blocks: [
        "Update subscription says the price of a user spot, the bill of a period, until when it is paid and what the next bill will be. A picture shows the user spots of the last twelve months beside the active users; the same as a table stands below it.",
        "Each invoice lists what it charges: how many user spots, for which days, at which price.",
      ],
    },
    {
      title: "Who pays, and who changes what",
      blocks: [
        "Update subscription names the card holder, the last four digits of the card and the billing e-mail.",
        "It lists every change of user spots, and everything that was scheduled or cancelled, by whom and why. These lines are never changed afterwards. The admins and the card holder get a mail about each.",
        "Every admin may change user spots, unless an Account Owner has kept that to Account Owners, at the end of the page. Other admins then see everything, and whom to ask.",
      ],
    },
  ],
  searchWords:
    "seat seats license licence licenses billing invoice invoices price cost pay payment charge refund money subscription plan reduce downgrade upgrade cancel buy more users limit full credit card scheduled renewal owners only",
  related: [
    "reducing-user-spots",
    "trial-and-payment",
    "adding-a-user",
    "making-a-user-inactive",
    "account-owners",
  ],
};
