import type { HelpPage } from "#lib/help/help-page";

export const makingAUserInactive: HelpPage = {
  title: "Making a user inactive",
  summary:
    "Access ends at once, the contacts go to whom you choose, a user spot opens, and nothing is deleted.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        {
          steps: [
            [
              "Open ",
              { text: "Manage Users", href: "/admin/users" },
              " (Admin, then Add/Edit users).",
            ],
            "In the row of the person, follow Make Inactive. One sheet shows what will happen before anything does.",
            "Choose what happens to the contacts, and give a reason if you like. It is kept in the account log.",
            "Click Make Inactive. The next page says what happened, with times and counts, and stays there to be read later under What happened.",
            [
              "The important final step, on the same page: the open user spot stays paid for until you ",
              { text: "reduce your user spots", href: "/help/reducing-user-spots" },
              ", or give it to somebody new.",
            ],
          ],
        },
      ],
    },
    {
      title: "What happens",
      blocks: [
        {
          list: [
            "Every open sign-in of this person ends at once, on every device. The next click there leads to the sign-in page, which says why.",
            "Links to choose a password that were on their way stop working.",
            [
              "The contacts ",
              { text: "stay or go to colleagues", href: "/help/what-happens-to-the-contacts" },
              ", as you chose.",
            ],
            [
              "One user spot opens. ",
              { text: "The bill does not change by itself", href: "/help/user-spots-and-the-bill" },
              ".",
            ],
            "The person stays in the table, highlighted, with since when and by whom.",
            "If you tick it, the person gets an e-mail that says so, with a personal line of yours.",
          ],
        },
      ],
    },
    {
      title: "What does not happen",
      blocks: [
        [
          "Nobody is deleted. Name, ",
          { text: "History", href: "/help/history-keeps-its-author" },
          " and log stay, and the person can be ",
          { text: "made active again", href: "/help/making-a-user-active-again" },
          ".",
        ],
      ],
    },
    {
      title: "If it is refused",
      blocks: [
        {
          list: [
            [
              "The person is an Account Owner: ",
              {
                text: "only support lifts that status",
                href: "/help/when-an-account-owner-leaves",
              },
              ".",
            ],
            "It is you: another admin of your account can do it.",
            "The person is inactive already: the page says since when and by whom.",
            "Whoever was to receive the contacts is not active any more: choose somebody else.",
          ],
        },
        "A refusal changes nothing: neither access, nor contacts, nor spots.",
      ],
    },
  ],
  searchWords:
    "deactivate disable delete user remove offboard offboarding leave leaver fire suspend block revoke access terminate quit close dismiss archive",
  related: [
    "reducing-user-spots",
    "several-users-at-once",
    "inactive-on-a-date",
    "what-happens-to-the-contacts",
  ],
};
