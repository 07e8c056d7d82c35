import type { HelpPage } from "#lib/help/help-page";

export const editingAUser: HelpPage = {
  title: "Editing a user",
  summary: "Name and role change at once; a new e-mail counts once it is confirmed.",
  isForAdmins: true,
  sections: [
    {
      title: "How",
      blocks: [
        [
          "In ",
          { text: "Manage Users", href: "/admin/users" },
          ", follow Edit in the row. You can change first and last name, e-mail, role and ",
          { text: "default successor", href: "/help/what-happens-to-the-contacts" },
          ". Every change is in the account log.",
        ],
      ],
    },
    {
      title: "A new e-mail",
      blocks: [
        {
          list: [
            "A link goes to the new address. Once it is opened, within seven days, the new address counts. Until then the old one signs in.",
            "The old address is told when the change begins, and when it is done.",
            "For an admin's address, the old address or an Account Owner must agree too, unless the change comes from that admin or from an Account Owner.",
            "Only Account Owners themselves change their own e-mail.",
            "To change your own, enter your password in the same form.",
          ],
        },
        "While a change is on its way, the edit page shows what it waits for, and an admin can cancel it there.",
      ],
    },
    {
      title: "Role",
      blocks: [
        [
          "Nobody changes their own role: ask another admin. An ",
          { text: "Account Owner", href: "/help/account-owners" },
          " is always an admin.",
        ],
      ],
    },
    {
      title: "If it is refused",
      blocks: [
        {
          list: [
            [
              "The edit would turn the user into ",
              { text: "another person", href: "/help/one-user-is-one-person" },
              ": hand over instead, or confirm that it is the same one.",
            ],
            "Somebody changed the user after you had opened the page: look at it again and repeat your edit if it is still needed.",
            "The new address belongs to another user of the account: choose another one.",
            "The user is inactive: make the user active first.",
          ],
        },
      ],
    },
  ],
  searchWords:
    "change name rename marriage surname typo correct update profile email address change confirm confirmation role promote demote my details",
  related: ["one-user-is-one-person", "roles", "account-owners"],
};
