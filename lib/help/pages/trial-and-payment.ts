import type { HelpPage } from "#lib/help/help-page";

const toSubscription = { text: "Update subscription", href: "/admin/subscription" };

export const trialAndPayment: HelpPage = {
  title: "Trial, payment and the end of a subscription",
  summary:
    "A trial costs nothing, an unpaid invoice leaves two weeks, and an account that has ended is readable and can be started again.",
  isForAdmins: true,
  sections: [
    {
      title: "The trial",
      blocks: [
        "A new account is on trial for 30 days, with all of its user spots and at no cost. When the trial is over, the first period begins and is charged to the card on file.",
        [
          "If there is no card by then, the invoice stays open. ",
          toSubscription,
          " says until when the trial lasts, what it costs afterwards, and whether a card is on file.",
        ],
      ],
    },
    {
      title: "When an invoice is not paid",
      blocks: [
        "The card holder and all admins are told by e-mail, and admins see it above every page.",
        {
          steps: [
            "For 14 days everything works as before.",
            "After that the account is read-only, until the invoice is paid.",
            "If it is not paid by the end of the period, the subscription ends.",
          ],
        },
        [
          "An open invoice is charged as soon as there is another card: under ",
          toSubscription,
          ", choose Change card holder.",
        ],
      ],
    },
    {
      title: "What a read-only account can do",
      blocks: [
        {
          table: {
            caption: "What works in a read-only account",
            head: ["What", "Whether it works"],
            rows: [
              ["Signing in, passwords, two-step sign-in", "Yes"],
              ["Reading contacts, History, users and the account log", "Yes"],
              ["Exporting contacts and the log", "Yes"],
              ["Making users inactive, at once or on a date", "Yes"],
              ["Everything about the subscription and the card", "Yes"],
              ["Adding, editing or reactivating users", "No"],
              ["Adding, editing, deleting or importing contacts, or their History", "No"],
              ["Reassigning contacts, or undoing it", "No"],
            ],
          },
        },
        "Making a user inactive can still give the contacts to others: nobody keeps access because a bill is open. An import or a large reassignment that was started before goes on to its end.",
      ],
    },
    {
      title: "Cancelling, and changing your mind",
      blocks: [
        [
          "An Account Owner cancels under ",
          toSubscription,
          ", at the end of the page. The own password is asked again. The subscription goes on until the end of its period and is not renewed. What is paid already is not paid back.",
        ],
        "Until then any Account Owner can resume it, and it renews as if nothing had happened.",
      ],
    },
    {
      title: "Starting again",
      blocks: [
        [
          "Nothing is deleted when a subscription ends: the account is read-only. An Account Owner can start it again under ",
          toSubscription,
          ". A new period begins that day, with as many user spots as before or only those that are used, and the sum of each is shown before. Invoices that are still open are paid first.",
        ],
      ],
    },
  ],
  searchWords:
    "free test expire expired overdue unpaid failed card declined dunning grace suspended suspend locked frozen read only readonly cancel cancellation terminate stop end resume restart renew renewal billing invoice subscription",
  related: ["user-spots-and-the-bill", "account-owners", "mails-from-handover"],
};
