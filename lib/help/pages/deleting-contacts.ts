import type { HelpPage } from "#lib/help/help-page";

export const deletingContacts: HelpPage = {
  title: "Deleting and restoring contacts",
  summary: "A deleted contact is hidden from everyone and can be restored for 30 days.",
  isForAdmins: true,
  sections: [
    {
      title: "Deleting",
      blocks: [
        "Open the contact and click Delete. The page says what happens, and nothing happens before you confirm.",
        "It is then hidden from the Contact Table, from searches, counts and exports, for everyone. Its History stays. Who still has its address sees by whom and when it was deleted.",
      ],
    },
    {
      title: "Restoring",
      blocks: [
        [
          "In ",
          { text: "Deleted contacts", href: "/contacts/deleted" },
          ", the latest stand first, each with until when it can be restored. Click Restore: the contact is back with its details, its History and its assignee, also where that person is inactive by now.",
        ],
        "A contact that was merged into another one stands there too. Restored, it has its own History again; the other one keeps the values that it took over.",
        "After 30 days a contact cannot be restored any more.",
      ],
    },
  ],
  searchWords:
    "delete remove erase trash bin undelete recover restore bring back undo gone disappeared hidden",
  related: ["adding-contacts", "exporting-contacts", "history-keeps-its-author"],
};
