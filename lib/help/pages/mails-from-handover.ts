import type { HelpPage } from "#lib/help/help-page";

export const mailsFromHandover: HelpPage = {
  title: "Mails from Handover",
  summary: "Which mails there are, to whom they go, and why one may not have come.",
  sections: [
    {
      title: "Which there are",
      blocks: [
        {
          list: [
            "Choose your password: to a new user. The link works once, for seven days.",
            "A new password: to whoever asked for one on the sign-in page. The link works once, for 30 minutes.",
            "Your password was changed, your two-step sign-in was reset: to you, in case it was not you or not at your wish.",
            "Confirm your new e-mail address: to the new one, for seven days. The old one is told that it begins, and that it is done.",
            "A user was renamed and confirmed as the same person: to the old address and the Account Owners.",
            "Somebody is an Account Owner now: to the Account Owners.",
            "An Account Owner's status is to be lifted, and what came of it: to all Account Owners and who asked. The address that bills go to is asked if the card holder did.",
            "Your access has ended: to whoever was made inactive, if the admin ticked it.",
            "Contacts are yours now: to each who received contacts of somebody who left, in one mail.",
            "Somebody was not made inactive: to all admins, if what was scheduled was refused.",
          ],
        },
        "No mail ever asks for your password or a code. Nobody reads answers to them.",
      ],
    },
    {
      title: "If one does not come",
      blocks: [
        {
          list: [
            "Look among the unwanted mails, and check the address for a typo.",
            "It is not sent to somebody who is inactive by then, nor once its link was used, ended or has expired.",
            "When you ask for a new password, a mail comes only if an active user has that address. That the page says so either way is meant to be.",
            "If your mail server is away, it is tried again for a while.",
            [
              "If your mail server refuses the address for good, the ",
              { text: "account log", href: "/admin/audit" },
              " says so. Ask an admin.",
            ],
          ],
        },
        "For a link to choose the first password, an admin makes a new one by Password link in the user's row, and can send it to you in another way.",
      ],
    },
  ],
  searchWords:
    "email e-mail message notification notifications not received missing spam junk did not arrive undelivered bounce bounced phishing sender link expired resend invitation",
  related: ["passwords", "adding-a-user", "editing-a-user"],
};
