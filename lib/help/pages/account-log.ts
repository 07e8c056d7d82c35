import type { HelpPage } from "#lib/help/help-page";

export const accountLog: HelpPage = {
  title: "The account log",
  summary: "Who did what to whom, and when: every change, as a sentence that nobody can change.",
  isForAdmins: true,
  sections: [
    {
      title: "What is in it",
      blocks: [
        {
          list: [
            "users added, edited, made inactive or active, and Account Owners made;",
            "sign-ins, with browser, and sign-outs, passwords and links, two-step sign-in;",
            "contacts that were reassigned, and reassignments that were undone;",
            "that something was added to the History of a contact, without what it says;",
            "every look that our support took into your account, with name and reason, and every step of an Account Owner request;",
            "mails that an address refused, and exports of the log itself.",
          ],
        },
        "Names stand as they were then, so a line reads the same in ten years. What was refused changed nothing and is not in the log, except what was scheduled and then refused.",
      ],
    },
    {
      title: "Finding something",
      blocks: [
        [
          "The ",
          { text: "account log", href: "/admin/audit" },
          " begins with the newest. Filter it by person, by kind and by days. A person's events are those by them and those about them. Days begin and end in your account's time zone. All of the filter is in the address, so you can send it to another admin.",
        ],
      ],
    },
    {
      title: "Taking it with you",
      blocks: [
        "Export what the filter shows as CSV, for a spreadsheet, or as JSON Lines, for a program. In the CSV, cells that begin like a formula get an apostrophe, so that no spreadsheet runs them. The export is an event of its own: the log says who took what, and when.",
      ],
    },
    {
      title: "What nobody can do",
      blocks: [
        "No line can be changed or removed: the database refuses it, to admins and Account Owners too. Only admins see the log, and only that of their own account.",
      ],
    },
  ],
  searchWords:
    "audit audit log trail events activity history of changes compliance export download CSV JSON filter who did report evidence GDPR",
  related: ["history-keeps-its-author", "making-a-user-inactive", "roles"],
};
