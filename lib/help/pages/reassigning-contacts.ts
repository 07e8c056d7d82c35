import type { HelpPage } from "#lib/help/help-page";

export const reassigningContacts: HelpPage = {
  title: "Reassigning contacts",
  summary:
    "Give one contact or a million to colleagues: to one, evenly, in shares or by a rule; look at it first, and undo it for 30 days.",
  sections: [
    {
      title: "Choose the contacts",
      blocks: [
        [
          "In ",
          { text: "Contacts", href: "/contacts" },
          ", choose single contacts (up to 500), or all that match what you searched and filtered for. Then choose Reassign.",
        ],
        "You can reassign the contacts that are yours. Admins can reassign anybody's, also those of inactive users.",
      ],
    },
    {
      title: "Choose who receives them",
      blocks: [
        {
          list: [
            "To one colleague: all of them.",
            "Evenly among several: everyone gets the same number, give or take one.",
            "In given shares: whole numbers, such as 2, 1 and 1. The first then gets half.",
            "By a rule: for each state, company or first letter of the name you say who receives its contacts, or that they stay. All others have a choice of their own.",
          ],
        },
        "Only active users can receive contacts. What a colleague has already stays there. Each contact keeps its History, which also notes from whom to whom it went.",
      ],
    },
    {
      title: "Preview and confirm",
      blocks: [
        "Preview shows how many contacts go to whom; nothing has been changed by then. The button below it does exactly that. If somebody reassigned, edited or deleted one of these contacts meanwhile, nothing is changed, and you look at it again.",
        "All contacts of a user change hands at once, whatever their number. A part of more than 2,000 contacts is prepared in the background while everybody goes on working. Nobody ever sees half of it done.",
        "Each colleague who receives contacts gets one mail.",
      ],
    },
    {
      title: "Undo",
      blocks: [
        "For 30 days, and once, Undo the reassignment gives the contacts back to whom they came from, even if that person is inactive by now. Admins can undo any reassignment, others their own.",
        "You find it on the page that opens after the reassignment. Admins also get there from its line in the account log.",
        "What was reassigned again since stays where it is. Before the click you see how many come back and how many stay.",
      ],
    },
  ],
  searchWords:
    "reassign reassignment transfer hand over move assign assignee owner of contacts share distribute split evenly territory state company letter rule round robin undo revert give back bulk many",
  related: ["what-happens-to-the-contacts", "history-keeps-its-author"],
};
