import type { HelpPage } from "#lib/help/help-page";

export const addingContacts: HelpPage = {
  title: "Adding, editing and merging contacts",
  summary:
    "Everyone adds and edits contacts; who is there already is pointed out, and admins make one of two.",
  sections: [
    {
      title: "Adding and editing",
      blocks: [
        [
          "In ",
          { text: "Contacts", href: "/contacts" },
          ", click ",
          { text: "Add contact", href: "/contacts/new" },
          ". A contact needs a name, a company, an e-mail or a phone number; all else can stay empty. It goes to you, and an admin can choose another active user as its assignee.",
        ],
        "On a contact's page, Edit changes its details. If a colleague changed the same contact after you had opened the page, nothing is saved over it unseen: you are told who and when, and what you typed stays in the form. Load the present values, or save yours over them.",
        "Every change stands in the account log, with what was before.",
      ],
    },
    {
      title: "The same contact twice",
      blocks: [
        "A contact with the same e-mail, in whatever case, or with the same phone or mobile number is pointed out before anything is saved. Numbers are compared by their digits, from seven digits on. Open the one that is there, or add yours anyway: two people may share a number.",
      ],
    },
    {
      title: "Merging two contacts",
      blocks: [
        {
          steps: [
            "Open the contact that is to stay, and click Merge. Only admins see it.",
            "Choose the other one: from those with the same e-mail or number, or by a search.",
            "Both stand side by side. Where they differ, choose which value stays; of notes, both can.",
            "Click Merge.",
          ],
        },
        [
          "The contact that stays keeps its assignee, and its page shows the History of both. The other one is deleted, its address leads to the one that stays, and for 30 days it can be restored from the ",
          { text: "deleted contacts", href: "/contacts/deleted" },
          ", as it was. The contact that stayed keeps the values it took.",
        ],
      ],
    },
  ],
  searchWords:
    "new contact create client customer lead person company change details address notes duplicate double twice dedupe merge combine join unite same",
  related: ["deleting-contacts", "history-keeps-its-author", "roles"],
};
