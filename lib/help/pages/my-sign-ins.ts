import type { HelpPage } from "#lib/help/help-page";

export const mySignIns: HelpPage = {
  title: "My sign-ins",
  summary: "Where you are signed in, and how to end a sign-in that you left open or do not know.",
  sections: [
    {
      title: "What you see",
      blocks: [
        [
          "In the name menu, open ",
          { text: "My sign-ins", href: "/sign-ins" },
          ". Each open sign-in has its browser, its network address, when it began and when it was last used. The one you are using stands first.",
        ],
        "Below are those that ended in the last 30 days, with how and when: signed out, ended from another sign-in, with a change of password, or by itself after a month.",
      ],
    },
    {
      title: "Ending one, or all others",
      blocks: [
        "End the one that you left open on another device, or click End all others. It counts at once: the next click there leads to the sign-in page, which says why. The one you are using is ended by Sign out, in the name menu.",
      ],
    },
    {
      title: "One that you do not recognise",
      blocks: [
        {
          steps: [
            "End all others.",
            [{ text: "Change your password", href: "/sign-ins/password" }, "."],
            ["Set up ", { text: "two-step sign-in", href: "/help/two-step-sign-in" }, "."],
            "Tell an admin of your company, who can read in the account log what was done meanwhile.",
          ],
        },
        "A browser that was updated, or a network of your telephone company, may look unfamiliar and still be you.",
      ],
    },
  ],
  searchWords:
    "sessions session devices device log out logout sign out everywhere all devices hacked stolen lost laptop unknown suspicious",
  related: ["passwords", "two-step-sign-in", "signing-in"],
};
