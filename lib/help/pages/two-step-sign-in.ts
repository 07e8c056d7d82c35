import type { HelpPage } from "#lib/help/help-page";

export const twoStepSignIn: HelpPage = {
  title: "Two-step sign-in",
  summary:
    "After your password, a code from an app on your phone: whoever learns your password cannot sign in.",
  sections: [
    {
      title: "Setting it up",
      blocks: [
        {
          steps: [
            [
              "In the name menu, open My sign-ins, then ",
              { text: "Two-step sign-in", href: "/sign-ins/two-step" },
              ", and enter your password.",
            ],
            "Scan the picture with an authenticator app, or type the key that stands below it. Every app that shows six-digit codes will do.",
            "Enter the code that the app shows. Until then nothing changes.",
            "Save the ten recovery codes. They are shown this one time.",
          ],
        },
      ],
    },
    {
      title: "Recovery codes",
      blocks: [
        "Each signs you in once in place of a code from the app. Keep them where you find them without your phone. You can make new ones at any time with your password; the ones before stop counting.",
      ],
    },
    {
      title: "A lost or new phone",
      blocks: [
        {
          list: [
            "Still signed in, or with recovery codes: choose Set up another app under My sign-ins, Two-step sign-in, with your password and a code.",
            "Without app and codes: ask an admin of your account to reset it. Your next sign-in asks for the password only, and your open sign-ins end.",
          ],
        },
      ],
    },
    {
      title: "If a code is refused",
      blocks: [
        "Enter the newest code: each counts once and lasts about a minute. If none fits, let the network set the clock of your phone, as codes are made from the time.",
      ],
    },
    {
      title: "For admins",
      blocks: [
        {
          list: [
            [
              "An Account Owner who has it can require it of all admins under ",
              { text: "Sign-in rules", href: "/admin/sign-in-rules" },
              ". An admin without it then sets it up before anything else in the Admin tab, and works with contacts meanwhile. Where it is required, an admin cannot turn it off.",
            ],
            "An admin resets it for somebody who lost phone and codes, and gives a reason, which is kept in the account log. Make sure first that it is that person who asks. They are told by e-mail.",
            "An Account Owner's is reset by another Account Owner only, and nobody resets their own.",
          ],
        },
      ],
    },
  ],
  searchWords:
    "2FA MFA TOTP two-factor multi-factor authentication authenticator app Google Authenticator code six digits recovery codes backup codes lost phone new phone second step verification security OTP",
  related: ["signing-in", "my-sign-ins", "account-owners"],
};
