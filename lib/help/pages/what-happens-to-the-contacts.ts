import type { HelpPage } from "#lib/help/help-page";

export const whatHappensToTheContacts: HelpPage = {
  title: "What happens to the contacts",
  summary:
    "When somebody leaves, their contacts go to one colleague, are split among several, or stay; for 30 days it can be undone.",
  isForAdmins: true,
  sections: [
    {
      title: "The choices",
      blocks: [
        {
          list: [
            "Give all to one person: at once, whatever their number.",
            "Split evenly among several: everyone gets the same number, give or take one. At least two colleagues, at most fifty.",
            [
              "Leave them for now: they stay visible and findable for everyone. In ",
              { text: "Contacts", href: "/contacts" },
              ", choose ",
              { text: "Inactive users' contacts", href: "/contacts?assignee=inactive" },
              " to see them.",
            ],
          ],
        },
        "Only active users can receive contacts. Each contact keeps its History, which also notes from whom to whom it went.",
      ],
    },
    {
      title: "Very many contacts",
      blocks: [
        "Whatever the number, nobody ever sees half of it done: a reassignment happens as a whole or not at all.",
        "All of one person's contacts go to another at once. Splitting more than 2,000, or giving away a part of very many, is prepared in the background: a page shows how far it is, you can close it, and everybody works with the contacts meanwhile. Then all of them change hands in one moment.",
        "Until then Cancel the reassignment ends it, and nothing has changed for anybody. It ends by itself, and says why, if the contacts are handed on to others meanwhile, if somebody who was to receive them becomes inactive, or if who asked for it may no longer reassign them.",
      ],
    },
    {
      title: "Default successor",
      blocks: [
        [
          "Under Edit, each user can have a default successor: who is suggested for the contacts when that user is made inactive. It is a suggestion, and the sheet lets you choose otherwise. For ",
          { text: "several users at once", href: "/help/several-users-at-once" },
          ", each can go to their own.",
        ],
      ],
    },
    {
      title: "Undo",
      blocks: [
        "For 30 days, and once, Undo the reassignment gives the contacts back to whom they came from, even if that person stays inactive. You find it under What happened, in the row of the person.",
        "What was handed on to somebody else since stays where it is. Before the click you see how many come back and how many stay.",
        "It is refused once it was undone, after 30 days, or if all of the contacts were handed on since.",
      ],
    },
  ],
  searchWords:
    "reassign reassignment transfer hand over move assign assignee successor owner of contacts book clients leads split share distribute undo revert restore give back",
  related: ["making-a-user-inactive", "history-keeps-its-author", "several-users-at-once"],
};
