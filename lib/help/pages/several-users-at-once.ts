import type { HelpPage } from "#lib/help/help-page";

export const severalUsersAtOnce: HelpPage = {
  title: "Several users at once",
  summary:
    "Tick up to 100 users and make them inactive by one plan; each gets a result of their own.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        {
          steps: [
            ["In ", { text: "Manage Users", href: "/admin/users" }, ", tick the people who leave."],
            "Click Make Inactive… below the table. One sheet sums up what will happen to all of them.",
            "Choose what happens to their contacts: all to one person, split evenly, each to their own default successor, or left where they are.",
            "Click Make Inactive.",
          ],
        },
        "Nobody who leaves in the same step can receive contacts. Where a default successor is inactive, leaves too, or was never named, the contacts stay, and the sheet says whose before you click.",
      ],
    },
    {
      title: "What happens",
      blocks: [
        [
          "The same as when one ",
          { text: "user is made inactive", href: "/help/making-a-user-inactive" },
          ", for each of them. If one is refused, the others are done all the same; the result lists both, with the reason.",
        ],
      ],
    },
    {
      title: "Who cannot be ticked",
      blocks: [
        "Account Owners, people who are inactive already, and you yourself have no box. If that changes between the tick and the click, the sheet names them apart and leaves them as they are.",
        [
          "A ",
          { text: "date", href: "/help/inactive-on-a-date" },
          " is set for one user at a time, on that user's own sheet. What is scheduled for somebody you ticked is named on the sheet for several, and happens now instead.",
        ],
      ],
    },
  ],
  searchWords:
    "bulk mass multiple many batch select all together deactivate disable delete remove offboard team department",
  related: ["making-a-user-inactive", "what-happens-to-the-contacts", "inactive-on-a-date"],
};
