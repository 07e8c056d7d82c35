import type { HelpPage } from "#lib/help/help-page";

export const addingAUser: HelpPage = {
  title: "Adding a user",
  summary: "A new user takes an open user spot at once and chooses a password by a link.",
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
              ", click ",
              { text: "Add user", href: "/admin/users/new" },
              ".",
            ],
            "Enter first name, last name and e-mail, and choose a role.",
            "Click Add user. The new user gets an e-mail with a link to choose a password. You see the same link, to send it yourself if you like.",
          ],
        },
        "The link works once, for seven days. Until a password is chosen, the row in the table has Password link: it makes a new one, and links made before stop working.",
      ],
    },
    {
      title: "User spots",
      blocks: [
        [
          "A user takes a spot as soon as they are added, whether or not they have signed in. If none is open, nothing is added: ",
          { text: "add user spots", href: "/admin/subscription/add?next=%2Fadmin%2Fusers%2Fnew" },
          ", which shows the exact sum first and leads back to the form, or make somebody inactive first. If two admins add at the same moment, one gets the last spot and the other a clear answer.",
        ],
        "If a reduction of your user spots is scheduled and would take the spot, the form says so and asks: reduce to one more than planned, or cancel the reduction. Either happens in the same step as adding the user, and the card holder and the admins are told. Where changes of user spots are kept to Account Owners, one of them has to do it.",
      ],
    },
    {
      title: "An address that somebody has or had",
      blocks: [
        "An address of an active user is refused: each active user has an address of their own. Capital letters make no difference.",
        "An address of an inactive user is asked about:",
        {
          list: [
            [
              "The same person comes back: ",
              { text: "make them active again", href: "/help/making-a-user-active-again" },
              ", with all of their History.",
            ],
            "A different person, who has the same name or takes over a shared mailbox: say so. The inactive user keeps it as a former address, and the new person begins with nothing under their name.",
          ],
        },
      ],
    },
  ],
  searchWords:
    "invite invitation new user create user colleague employee seat license licence welcome link expired email taken in use onboard onboarding hire join",
  related: ["user-spots-and-the-bill", "roles", "mails-from-handover"],
};
