import type { HelpPage } from "#lib/help/help-page";

export const theCardHolder: HelpPage = {
  title: "The card holder",
  summary:
    "The card holder is whose name is on the card that pays: an Account Owner changes it at once, another admin asks who pays now.",
  isForAdmins: true,
  sections: [
    {
      title: "What is on file",
      blocks: [
        "Handover keeps the card holder's name, the last four digits of the card, and the e-mail address that bills go to. Never enter a full card number anywhere: it is refused, and nothing of it is kept.",
        "The card holder need not be a user. If it is one of your users, their e-mail address says which one. Names are never matched, as two people can have the same.",
      ],
    },
    {
      title: "As an Account Owner",
      blocks: [
        {
          steps: [
            [
              "Open ",
              { text: "Change card holder", href: "/admin/subscription/card" },
              " under Update subscription.",
            ],
            "Enter the new card holder's name, the last four digits and the billing e-mail.",
            "Enter your own password. It counts at once.",
          ],
        },
      ],
    },
    {
      title: "As another admin",
      blocks: [
        "You fill in the same, and a mail with a link goes to the present billing e-mail. The change counts once whoever reads it opens the link and confirms, within seven days. Until then the card on file is charged.",
        "The page shows who asked, when, and where the link went. Any admin can cancel it there, and a newer change ends it. It ends too if whoever asked is made inactive or is no admin any more. Where there is no billing e-mail yet, only an Account Owner can name the card holder.",
      ],
    },
    {
      title: "What happens then",
      blocks: [
        {
          list: [
            "The billing e-mail before and after, and all Account Owners, are told by e-mail.",
            "Invoices that are not paid are charged to the new card at once, and an account that could only be read works again. A subscription that has ended stays ended.",
            [
              "The ",
              { text: "account log", href: "/admin/audit" },
              " keeps who changed it, from what to what, and which address confirmed it.",
            ],
          ],
        },
        [
          "An ",
          { text: "Account Owner", href: "/help/account-owners" },
          " who is the card holder keeps that status until the card changes, unless the card holder asks for it.",
        ],
      ],
    },
  ],
  searchWords:
    "credit card payment method payer billing address contact invoice unpaid past due overdue read-only update card expired change card confirm link",
  related: ["user-spots-and-the-bill", "account-owners", "mails-from-handover"],
};
