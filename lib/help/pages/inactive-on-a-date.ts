import type { HelpPage } from "#lib/help/help-page";

export const inactiveOnADate: HelpPage = {
  title: "Making someone inactive on a date",
  summary:
    "Choose the last day now: until then nothing changes, everything is checked again at that moment, and it can be cancelled.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        {
          steps: [
            [
              "In ",
              { text: "Manage Users", href: "/admin/users" },
              ", follow Make Inactive in the row of the person.",
            ],
            "Fill in the sheet as for now, and choose On a date and time.",
            "Enter the date and time, at most a year ahead, and click the button.",
          ],
        },
        "The time is read on the clock of your account's time zone, which the sheet names. A time that the clock skips when summer time begins is refused; of one that comes twice when it ends, the first counts.",
      ],
    },
    {
      title: "Until then",
      blocks: [
        "Nothing changes: the person works on, and no user spot opens. The row in the table says when it will happen, with a link to cancel it. To change the date or the plan, open the sheet again: the new schedule takes the place of the one it shows.",
        "Whoever is made inactive by hand before the date is inactive then, and the schedule ends.",
      ],
    },
    {
      title: "What is checked again",
      blocks: [
        {
          list: [
            "The person is still an active user and has not become an Account Owner.",
            "Who receives the contacts is still active.",
            "Whoever scheduled it is still an active admin.",
          ],
        },
        "The contacts are those that the person has at that moment, not those of the day on which it was scheduled.",
      ],
    },
    {
      title: "If it is refused then",
      blocks: [
        "Nothing changes, and the person keeps access. Every active admin gets an e-mail that says why, and the row in the table and the account log say it too. Open the sheet and do it anew.",
      ],
    },
  ],
  searchWords:
    "schedule scheduled later future last day end date termination notice period time zone timer automatic automatically deactivate disable offboard cancel",
  related: ["making-a-user-inactive", "several-users-at-once", "mails-from-handover"],
};
