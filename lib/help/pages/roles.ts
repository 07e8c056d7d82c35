import type { HelpPage } from "#lib/help/help-page";

export const roles: HelpPage = {
  title: "Roles: user, admin, Account Owner",
  summary: "What each role can do, and who can change it.",
  isForAdmins: true,
  sections: [
    {
      title: "Who can do what",
      blocks: [
        {
          table: {
            caption: "What each role can do",
            head: ["What", "User", "Admin", "Account Owner"],
            rows: [
              ["See all contacts of the account and add to their History", "Yes", "Yes", "Yes"],
              ["See the Admin tab and the account log", "No", "Yes", "Yes"],
              ["Add and edit users", "No", "Yes", "Yes"],
              [
                "Make users inactive or active",
                "No",
                "Yes, but no Account Owner",
                "Yes, but no Account Owner",
              ],
              ["Make another admin an Account Owner", "No", "No", "Yes"],
              ["Require two-step sign-in of all admins", "No", "No", "Yes"],
              ["Be made inactive", "Yes, by an admin", "Yes, by another admin", "No"],
            ],
          },
        },
        "A user spot is the same for all three.",
      ],
    },
    {
      title: "Changing a role",
      blocks: [
        [
          "An admin changes user and admin under Edit in ",
          { text: "Manage Users", href: "/admin/users" },
          ". Nobody changes their own. It counts from the next click of that person on.",
        ],
        [
          "How somebody becomes an Account Owner, and why that is not taken back inside the account: ",
          { text: "Account Owners", href: "/help/account-owners" },
          ".",
        ],
      ],
    },
    {
      title: "If a page is for admins",
      blocks: [
        "The Admin tab is open to admins only, whatever link led there. If you need something done in it, ask an admin of your account.",
      ],
    },
  ],
  searchWords:
    "permission permissions rights access level administrator superuser privileges forbidden not allowed promote demote user type manager",
  related: ["account-owners", "editing-a-user", "two-step-sign-in"],
};
