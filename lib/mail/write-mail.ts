import { type DateStyle, dateTimeText } from "#lib/dates";
import { contactsHref } from "#lib/hrefs";
import { emailAgreementPath, emailConfirmationPath, passwordLinkPath } from "#lib/links";
import { billingWriters } from "#lib/mail/billing-mails";
import type { MailContent, MailData, MailKind } from "#lib/mail/mails";
import { supportWriters } from "#lib/mail/support-mails";
import { plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

/** What every mail knows besides its own data. */
export type MailFrame = {
  accountId: string;
  /** To whom it goes, if to a user. */
  userId?: string;
  accountName: string;
  /** The address of the server, without a slash at the end. */
  baseUrl: string;
  dates: DateStyle;
};

/** What a mail of this kind says. */
export function writeMail<K extends MailKind>(
  kind: K,
  data: MailData[K],
  frame: MailFrame,
): MailContent {
  return writers[kind](data, frame);
}

type Writers = { [K in MailKind]: (data: MailData[K], frame: MailFrame) => MailContent };

const writers: Writers = {
  choose_password: ({ linkId, by }, { accountId, accountName, baseUrl }) => ({
    subject: `Choose your password for ${accountName}`,
    before: [
      by
        ? sentence`${by} gave you access to the contacts of ${accountName} in Handover.`
        : sentence`You have access to the contacts of ${accountName} in Handover.`,
      "Choose a password to begin.",
    ],
    link: { label: "Choose a password", url: baseUrl + passwordLinkPath(accountId, linkId) },
    after: ["The link works once, for seven days."],
  }),
  password_forgotten: ({ linkId }, { accountId, accountName, baseUrl }) => ({
    subject: `A new password for ${accountName}`,
    before: [sentence`Somebody, most likely you, asked for a new password for ${accountName}.`],
    link: { label: "Choose a new password", url: baseUrl + passwordLinkPath(accountId, linkId) },
    after: [
      "The link works once, for 30 minutes. Choosing a password ends all your sign-ins.",
      "If it was not you, do nothing: your password stays as it is.",
    ],
  }),
  password_changed: ({ at, device }, { accountName, baseUrl, dates }) => ({
    subject: "Your password was changed",
    before: [
      sentence`Your password for ${accountName} was changed on ${dateTimeText(new Date(at), dates)}, with ${device}. Your other sign-ins have ended.`,
    ],
    link: { label: "It was not me", url: `${baseUrl}/forgotten-password` },
    after: ["If it was you, there is nothing to do. If not, choose a new one at once."],
  }),
  second_step_changed: (data, { accountName, baseUrl }) => ({
    ...secondStepNews(data, accountName),
    link: { label: "It was not me", url: `${baseUrl}/forgotten-password` },
    after: ["If it was you, there is nothing to do. If not, choose a new password at once."],
  }),
  second_step_reset: ({ by }, { accountName, baseUrl }) => ({
    subject: "Your two-step sign-in was reset",
    before: [
      sentence`${by} reset your two-step sign-in for ${accountName}: from now on your password alone opens it.`,
      "Set it up again with your authenticator app.",
    ],
    link: { label: "Set up two-step sign-in", url: `${baseUrl}/sign-ins/two-step` },
    after: ["If you did not ask for this, tell another admin of your company."],
  }),
  confirm_email: ({ changeId, by }, { accountId, accountName, baseUrl }) => ({
    subject: "Confirm your new e-mail address",
    before: [
      by
        ? sentence`${by} entered this address as your new one for ${accountName}.`
        : sentence`You entered this address as your new one for ${accountName}.`,
      "It counts once you open the link. Until then you sign in with the old one.",
    ],
    link: {
      label: "Confirm this address",
      url: baseUrl + emailConfirmationPath(accountId, changeId),
    },
    after: ["The link works once, for seven days. If this is a mistake, do nothing."],
  }),
  email_change_begun: (data, { accountId, accountName, baseUrl }) => ({
    subject: "Your e-mail address is about to change",
    before: [
      data.by
        ? sentence`${data.by} asked to change your address for ${accountName} to ${data.newEmail}.`
        : sentence`You asked to change your address for ${accountName} to ${data.newEmail}.`,
      data.agrees
        ? "You are an admin, so it counts only if you or an Account Owner agree, and once the new address is confirmed."
        : "It counts once the new address is confirmed. Until then you sign in with this one.",
    ],
    ...(data.agrees && {
      link: { label: "I agree", url: baseUrl + emailAgreementPath(accountId, data.changeId) },
    }),
    after: ["If you do not want this, tell an admin of your company, who can cancel it."],
  }),
  email_agreement_asked: ({ userId, name, newEmail, by }, { baseUrl }) => ({
    subject: sentence`A new e-mail for ${name} waits for an agreement`,
    before: [
      sentence`${by} asked to change the address of ${name}, an admin, to ${newEmail}. It counts once the old address or an Account Owner agrees.`,
    ],
    link: { label: "See it and agree", url: `${baseUrl}/admin/users/${userId}/edit` },
    after: [sentence`If you do not know of it, ask ${by}, or cancel the change there.`],
  }),
  email_changed: ({ newEmail }, { accountName }) => ({
    subject: "Your e-mail address has changed",
    before: [
      sentence`From now on you sign in to ${accountName} with ${newEmail}, and no longer with this address.`,
    ],
    after: ["If you did not want this, tell an admin of your company at once."],
  }),
  same_person_confirmed: ({ by, was, is, reason }, { accountName }) => ({
    subject: sentence`A user of ${accountName} was renamed`,
    before: [
      sentence`${by} changed a user from ${was} to ${is} and confirmed that it is the same person. The reason given:`,
    ],
    quote: reason,
    after: [
      "If it is another person, make the user inactive and add the new person instead: history must not change hands.",
    ],
  }),
  owner_made: ({ name, by }, { accountName }) => ({
    subject: sentence`${name} is an Account Owner of ${accountName} now`,
    before: [
      sentence`${by} made ${name} an Account Owner of ${accountName}. Account Owners cannot be made inactive; only support can lift that status.`,
    ],
  }),
  user_inactivated: ({ by, line }, { accountName }) => ({
    subject: sentence`Your access to ${accountName} has ended`,
    before: [
      sentence`${by} made your user in ${accountName} inactive. You cannot sign in any more; what you noted stays there under your name.`,
    ],
    ...(line && { quote: line }),
    after: ["If you think this is a mistake, ask one of the admins of your company."],
  }),
  contacts_received: ({ from, by, contacts }, { accountName, baseUrl, userId }) => ({
    subject: sentence`${plural(contacts, "contact")} of ${from} ${contacts === 1 ? "is" : "are"} yours now`,
    before: [
      sentence`${by} gave you ${plural(contacts, "contact")} of ${from} in ${accountName}. Their History came along.`,
    ],
    link: { label: "Open the contacts", url: baseUrl + contactsHref(userId ?? "") },
  }),
  ...billingWriters,
  ...supportWriters,
  inactivation_refused: ({ name, scheduledBy, runAt, why }, { baseUrl, dates }) => ({
    subject: sentence`${name} was not made inactive`,
    before: [
      sentence`${scheduledBy} scheduled ${name} to be made inactive on ${dateTimeText(new Date(runAt), dates)}. It was refused:`,
    ],
    quote: why,
    link: { label: "Open Manage Users", url: `${baseUrl}/admin/users` },
    after: [sentence`${name} still has access.`],
  }),
};

function secondStepNews(data: MailData["second_step_changed"], accountName: string) {
  switch (data.what) {
    case "on":
      return {
        subject: "Two-step sign-in was turned on",
        before: [
          sentence`From now on you sign in to ${accountName} with a code of your authenticator app besides your password.`,
        ],
      };
    case "off":
      return {
        subject: "Two-step sign-in was turned off",
        before: [sentence`From now on your password alone signs you in to ${accountName}.`],
      };
    case "another_app":
      return {
        subject: "Another authenticator app was set up",
        before: [
          sentence`From now on codes of another authenticator app sign you in to ${accountName}. The app and the recovery codes before it count no more.`,
        ],
      };
    case "recovery_codes_made":
      return {
        subject: "New recovery codes were made",
        before: [
          sentence`There are new recovery codes for ${accountName}. The ones before count no more.`,
        ],
      };
    case "recovery_code_used":
      return {
        subject: "A recovery code was used",
        before: [
          sentence`Somebody signed in to ${accountName} as you with your password and a recovery code. You have ${plural(data.left, "recovery code")} left.`,
        ],
      };
  }
}
