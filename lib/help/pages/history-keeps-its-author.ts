import type { HelpPage } from "#lib/help/help-page";

export const historyKeepsItsAuthor: HelpPage = {
  title: "History keeps its author and time",
  summary:
    "What somebody noted about a contact stays under their name, with the time, whoever has the contact now.",
  sections: [
    {
      title: "What is in it",
      blocks: [
        "The History of a contact holds notes, calls, e-mails and meetings, each with who noted it and when. Reassignments stand between them: from whom the contact went to whom.",
        [
          "To add something, open the contact under ",
          { text: "Contacts", href: "/contacts" },
          ", choose what it was, write it down, and click Add to History. Every active user can do that for every contact of the account.",
        ],
      ],
    },
    {
      title: "What never changes",
      blocks: [
        "Author and time of an entry are kept by the database itself. Nobody can change them or delete the entry: no admin, no Account Owner, and not the author.",
        "To correct something, add another entry.",
      ],
    },
    {
      title: "When somebody leaves",
      blocks: [
        "All entries stay, under the name of who wrote them, marked Inactive. A successor sees the whole History and adds to it under their own name.",
        [
          "That is why ",
          {
            text: "a user is never exchanged for another person",
            href: "/help/one-user-is-one-person",
          },
          ": the old entries would carry the new name.",
        ],
      ],
    },
  ],
  searchWords:
    "notes calls meetings timeline activity comments log author timestamp date written edit note delete note change entry",
  related: ["what-happens-to-the-contacts", "one-user-is-one-person", "account-log"],
};
