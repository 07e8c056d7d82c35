import type { HelpPage } from "#lib/help/help-page";

export const passwords: HelpPage = {
  title: "Passwords",
  summary:
    "How to choose a good one, what is refused, and how to get a new one if you have forgotten it.",
  sections: [
    {
      title: "Choosing one",
      blocks: [
        "A password has 12 or more characters, of any kind. Several words that have nothing to do with each other make a good one, and are easier to remember than signs and digits. No sign, digit or capital letter is demanded.",
        "Refused is what is tried first:",
        {
          list: [
            "one of the 10,000 most common passwords, with or without digits and signs around it;",
            "one thing repeated or counted up, like abcabcabcabc or 123456654321;",
            "your name, your e-mail or your company's name, with little else.",
          ],
        },
      ],
    },
    {
      title: "A forgotten password",
      blocks: [
        {
          steps: [
            [
              "Open ",
              { text: "Forgotten password", href: "/forgotten-password" },
              " and enter your e-mail. The answer is the same whether or not somebody has that address.",
            ],
            "Open the link in the mail. It works once, for 30 minutes, and only the latest one counts.",
            "Choose a new password. All of your sign-ins end; sign in with the new one.",
          ],
        },
        [
          "If your address is used in several accounts, each sends a mail of its own: the passwords are independent. No mail? See ",
          { text: "Mails from Handover", href: "/help/mails-from-handover" },
          ". Admins cannot see or set your password.",
        ],
      ],
    },
    {
      title: "Changing it",
      blocks: [
        [
          "In the name menu, open ",
          { text: "My sign-ins", href: "/sign-ins" },
          ", then ",
          { text: "Change password", href: "/sign-ins/password" },
          ". Your present password is asked for. Your other sign-ins end, the one you use stays, and you get an e-mail that says so.",
        ],
        "If such a mail comes and it was not you, choose a new password at once by the link in it.",
      ],
    },
  ],
  searchWords:
    "reset password change password forgot forgotten lost passphrase rules length strength weak characters link expired new password locked out policy requirements",
  related: ["signing-in", "two-step-sign-in", "mails-from-handover"],
};
