import type { HelpPage } from "#lib/help/help-page";

export const oneUserIsOnePerson: HelpPage = {
  title: "Why a user is never exchanged for another person",
  summary:
    "What somebody noted carries their name for ever, so a successor is added as a user of their own.",
  isForAdmins: true,
  sections: [
    {
      title: "Why",
      blocks: [
        [
          "If Ben's user were renamed to Eve, every call that Ben noted would say Eve, and nobody could tell any more who did what. So a user stays one person for ever, and ",
          { text: "History keeps its author", href: "/help/history-keeps-its-author" },
          ".",
        ],
        "An edit that would turn one person into another is stopped before anything changes. It is compared with the name and the address that the user was added with or last confirmed with, so several small steps count as one.",
      ],
    },
    {
      title: "The right path: hand over",
      blocks: [
        "Where such an edit is stopped, follow Hand over to the new person. In one step it makes the person who leaves inactive, adds the new person to the user spot that opens, and gives them the contacts. No further spot is needed.",
        [
          "The same in single steps: ",
          { text: "make the user inactive", href: "/help/making-a-user-inactive" },
          ", then ",
          { text: "add the new person", href: "/help/adding-a-user" },
          ".",
        ],
      ],
    },
    {
      title: "If it is the same person",
      blocks: [
        "A typo, a new surname with a kept first name, or an address at a new domain are usually let through. If an edit is stopped although it is the same person, tick It is the same person, give the reason, and save again.",
        "The reason is kept in the account log. The old address and the Account Owners are told by e-mail.",
      ],
    },
  ],
  searchWords:
    "exchange swap replace rename reuse share account shared login reassign user transfer license licence seat new employee same email hand over identity marriage",
  related: ["editing-a-user", "adding-a-user", "history-keeps-its-author"],
};
