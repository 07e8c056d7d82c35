import type { HelpPage } from "#lib/help/help-page";

export const signingIn: HelpPage = {
  title: "Signing in",
  summary: "What the sign-in page may answer, what it means, and what to do about it.",
  sections: [
    {
      title: "How",
      blocks: [
        [
          "Enter your e-mail and password on the ",
          { text: "sign-in page", href: "/sign-in" },
          ". If you have set up ",
          { text: "two-step sign-in", href: "/help/two-step-sign-in" },
          ", a code is asked for next. A sign-in lasts a month, then you sign in again.",
        ],
        "If your e-mail is used in several accounts with the same password, you choose which one to open. To change to another account, sign out first.",
      ],
    },
    {
      title: "E-mail and password do not match an active user",
      blocks: [
        "The answer is the same for a wrong password, an unknown address and an inactive user, so that nobody learns who has a user here.",
        {
          list: [
            "Check the address: it may be one from before a change of name or company.",
            [
              "If you have forgotten the password, ",
              { text: "ask for a new one", href: "/forgotten-password" },
              ".",
            ],
            "If you were just added, choose a password first, by the link that you were sent. If it has expired, ask an admin of your company for a new one.",
          ],
        },
      ],
    },
    {
      title: "Too many attempts",
      blocks: [
        "After ten wrong passwords for one address within a quarter of an hour, that address has to wait, even with the right one. The page says for how many minutes. Nothing about your user changes, and open sign-ins stay open.",
      ],
    },
    {
      title: "Your access has ended",
      blocks: [
        "An admin of your account made your user inactive. What you noted stays there under your name. If you think this is a mistake, ask one of the admins of your company: they can make you active again.",
      ],
    },
    {
      title: "Your sign-in has ended",
      blocks: [
        [
          "It was a month old, was ended from another device under ",
          { text: "My sign-ins", href: "/help/my-sign-ins" },
          ", or the password was changed. Sign in again to go on.",
        ],
      ],
    },
  ],
  searchWords:
    "login log in logon cannot sign in locked out lockout blocked access ended access denied wrong password credentials account not found session expired logged out throttle several accounts",
  related: ["passwords", "two-step-sign-in", "my-sign-ins"],
};
