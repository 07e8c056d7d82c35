import { dateTimeText } from "#lib/dates";
import { requestConfirmationPath, requestLetterPath } from "#lib/links";
import type { MailContent, MailData } from "#lib/mail/mails";
import type { MailFrame } from "#lib/mail/write-mail";
import { sentence } from "#lib/sentence";

type SupportMail =
  | "owner_request_told"
  | "owner_request_confirm"
  | "owner_request_ended"
  | "rescue_told";

type Writers = { [K in SupportMail]: (data: MailData[K], frame: MailFrame) => MailContent };

/** About cases of the support console: to Owners, to who asks, and to where bills go. */
export const supportWriters: Writers = {
  owner_request_told: (data, { accountId, accountName, baseUrl, dates }) => ({
    subject: data.isConcerned
      ? sentence`Your Account Owner status in ${accountName} is to be lifted`
      : sentence`The Account Owner status of ${data.name} is to be lifted`,
    before: [
      sentence`${data.by}, ${data.capacity === "admin" ? "an admin" : "the card holder"} of ${accountName}, asked our support to lift ${data.isConcerned ? "your" : sentence`${data.name}'s`} Account Owner status${data.successor ? sentence`. ${data.successor} becomes an Account Owner in the same step if there is no other one then` : ""}. The reason given:`,
    ],
    quote: data.reason,
    link: {
      label: data.isConcerned ? "Agree or object" : "See it, or object",
      url: baseUrl + requestLetterPath(accountId, data.letterId),
    },
    after: [
      `Nothing happens before ${dateTimeText(new Date(data.waitsUntil), dates)}${data.isConcerned ? ", unless you agree" : ""}. If you object, it stops until a lead of our support has looked into it.`,
      `It is case ${data.caseNumber}.`,
    ],
  }),
  owner_request_confirm: (data, { accountId, accountName, baseUrl }) => ({
    subject: sentence`Please confirm: the Account Owner status of ${data.name} in ${accountName} is to be lifted`,
    before: [
      sentence`Somebody who gave the name ${data.by} and said they hold the card on file asked our support to lift the Account Owner status of ${data.name} in ${accountName}. The reason given:`,
    ],
    quote: data.reason,
    link: {
      label: "See it and confirm",
      url: baseUrl + requestConfirmationPath(accountId, data.confirmId),
    },
    after: [
      `If this was not you, do nothing: without your confirmation nothing happens. It is case ${data.caseNumber}.`,
    ],
  }),
  owner_request_ended: (data, { accountName, baseUrl }) => ({
    subject: endedSubject(data, accountName),
    before: [endedText(data, accountName)],
    ...(data.reason && { quote: data.reason }),
    ...(data.outcome === "carried_out" && {
      link: { label: "Open Manage Users", url: `${baseUrl}/admin/users` },
    }),
    after: [`It was case ${data.caseNumber}. Every step stands in the account log.`],
  }),
  rescue_told: (data, { accountId, accountName, baseUrl }) => ({
    subject: sentence`${data.name} is to be an Account Owner of ${accountName}`,
    before: [
      sentence`Nobody seems to be left who administers ${accountName}: no Account Owner can be reached, and there is no other admin. Our support proposes to make ${data.name} an admin and an Account Owner. The reason given:`,
    ],
    quote: data.reason,
    link: {
      label: "See it, or object",
      url: baseUrl + requestLetterPath(accountId, data.letterId),
    },
    after: [
      `If you are an Account Owner and read this, sign in: that alone stops it. It is case ${data.caseNumber}.`,
    ],
  }),
};

function endedSubject(data: MailData["owner_request_ended"], accountName: string): string {
  if (data.kind === "rescue" && data.outcome === "carried_out") {
    return sentence`${data.name} is an Account Owner of ${accountName} now`;
  }
  if (data.you === "concerned" && data.outcome === "carried_out") {
    return sentence`You are no Account Owner of ${accountName} any more`;
  }
  return data.outcome === "carried_out"
    ? sentence`${data.name} is no Account Owner of ${accountName} any more`
    : sentence`The case about ${data.name} in ${accountName} has ended`;
}

function endedText(data: MailData["owner_request_ended"], accountName: string): string {
  const { outcome, name, kind, you } = data;
  switch (outcome) {
    case "carried_out":
      return kind === "rescue"
        ? sentence`Our support made ${you === "successor" ? "you" : name} an admin and an Account Owner of ${accountName}.`
        : liftedText(data);
    case "refused":
      return "Our support refused it, and nothing was changed. The reason:";
    case "withdrawn":
      return data.reason
        ? "It was withdrawn, and nothing was changed. The reason:"
        : "It was withdrawn, and nothing was changed.";
    case "expired":
      return "It was open for 30 days, and nothing was changed.";
  }
}

function liftedText({ name, successor, you }: MailData["owner_request_ended"]): string {
  const made = successor && (you === "successor" ? "you" : successor);
  const also = made ? sentence` and made ${made} an Account Owner` : "";
  return you === "concerned"
    ? sentence`Our support lifted your Account Owner status${also}. You are an admin still; an admin can make you inactive now.`
    : sentence`Our support lifted the Account Owner status of ${name}${also}. ${name} is an admin still; an admin can make them inactive now.`;
}
