import type { HelpPage } from "#lib/help/help-page";

export const makingAUserActiveAgain: HelpPage = {
  title: "Making a user active again",
  summary:
    "The same person comes back, takes an open user spot, and signs in anew; sign-ins and links from before stay ended.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        {
          steps: [
            [
              "In ",
              { text: "Manage Users", href: "/admin/users?status=inactive" },
              ", choose Inactive and find the person.",
            ],
            "Follow Make Active in the row, read what changes, and click Make Active.",
          ],
        },
      ],
    },
    {
      title: "What happens",
      blocks: [
        {
          list: [
            "One open user spot is taken at once.",
            "The person can sign in again, with the password from before. Who never chose one needs a new password link, offered on the same page.",
            "Contacts that still lie with the person are theirs to work with again.",
            "History, name and role are as they were.",
          ],
        },
      ],
    },
    {
      title: "What does not happen",
      blocks: [
        [
          "Sign-ins and links from before stay ended. Contacts that were given to colleagues stay with them; to bring them back, ",
          { text: "undo the reassignment", href: "/help/what-happens-to-the-contacts" },
          " within 30 days.",
        ],
      ],
    },
    {
      title: "If it is refused",
      blocks: [
        {
          list: [
            "No user spot is open: follow Add user spots there, which shows the exact sum first and leads back, or make somebody else inactive first.",
            "The spot would go with a scheduled reduction of your user spots: choose on the page whether it goes to one more than planned or is cancelled. It happens in the same step as making the user active.",
            "The former address belongs to somebody else now: enter a new e-mail for the person who comes back. For an admin, only an Account Owner can do that.",
          ],
        },
        [
          "If it is another person, do not use this: ",
          { text: "add a user", href: "/help/adding-a-user" },
          " instead.",
        ],
      ],
    },
  ],
  searchWords:
    "reactivate activate enable restore undelete recover return come back rehire unblock bring back reinstate",
  related: ["adding-a-user", "user-spots-and-the-bill", "one-user-is-one-person"],
};
