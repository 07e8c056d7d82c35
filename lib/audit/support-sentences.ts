import type { AuditEvent, EventKind } from "#lib/audit/events";
import type { SupportEventData } from "#lib/audit/support-events";
import { plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type SupportKind = Extract<EventKind, keyof SupportEventData>;

/** What support did; its people are named "… of support" as they act. */
export const supportSentences: { [K in SupportKind]: (event: AuditEvent<K>) => string } = {
  "support.looked": ({ actorName, data }) =>
    sentence`${actorName} looked into the account. Reason: ${data.reason}`,
  "owner_request.opened": ({ actorName, userName, data }) =>
    (data.capacity === "admin"
      ? sentence`${actorName} asked support to lift ${userName}'s Account Owner status`
      : sentence`${actorName} opened a case for ${data.byName}, the card holder, to lift ${userName}'s Account Owner status`) +
    (data.successor ? sentence`, with ${data.successor} as the next Account Owner` : "") +
    sentence` (case ${String(data.caseNumber)}). Reason: ${data.reason}`,
  "owner_request.taken_over": ({ actorName, data }) =>
    sentence`${actorName} took over case ${String(data.caseNumber)} from ${data.from}.`,
  "owner_request.agreed": ({ userName, data }) =>
    sentence`${userName} agreed to lose their Account Owner status (case ${String(data.caseNumber)}).`,
  "owner_request.objected": ({ userName, data }) =>
    sentence`${data.byAddress ?? userName} objected to case ${String(data.caseNumber)}.` +
    reasonText({ reason: data.words }),
  "owner_request.withdrawn": ({ actorName, data }) =>
    sentence`${actorName} withdrew case ${String(data.caseNumber)}.` + reasonText(data),
  "owner_request.expired": ({ data }) =>
    `Case ${data.caseNumber} expired after 30 days. Nothing was changed by it.`,
  "owner_request.assigned": ({ actorName, data }) =>
    data.to
      ? sentence`${actorName} gave case ${String(data.caseNumber)} to ${data.to}.`
      : sentence`${actorName} gave case ${String(data.caseNumber)} back to the queue.`,
  "owner_request.card_holder_asked": ({ actorName, data }) =>
    sentence`${actorName} asked ${data.byName}, the card holder, at ${data.sentTo} to confirm case ${String(data.caseNumber)}.`,
  "owner_request.confirmed": ({ data }) =>
    sentence`${data.sentTo}, where bills go, confirmed case ${String(data.caseNumber)}.`,
  "owner_request.called_back": ({ actorName, data }) =>
    sentence`${actorName} called the card holder back at ${data.number} about case ${String(data.caseNumber)}.`,
  "owner_request.successor_named": ({ actorName, data }) =>
    sentence`${actorName} named ${data.successor} as the next Account Owner in case ${String(data.caseNumber)}.`,
  "owner_request.verified": ({ actorName, data }) =>
    sentence`${actorName} verified case ${String(data.caseNumber)}.` + reasonText(data),
  "owner_request.objection_overruled": ({ actorName, data }) =>
    sentence`${actorName} let case ${String(data.caseNumber)} go on, although ${data.objectedBy} had objected.` +
    reasonText(data),
  "owner_request.refused": ({ actorName, data }) =>
    sentence`${actorName} refused case ${String(data.caseNumber)}.` + reasonText(data),
  "owner_request.reopened": ({ actorName, data }) =>
    sentence`${actorName} reopened case ${String(data.caseNumber)}.` + reasonText(data),
  "owner_request.carried_out": ({ actorName, userName, data }) =>
    sentence`${actorName} lifted ${userName}'s Account Owner status` +
    (data.successor ? sentence` and made ${data.successor} an Account Owner` : "") +
    sentence` (case ${String(data.caseNumber)}, verified by ${data.verifiedBy}).`,
  "rescue.proposed": ({ actorName, userName, data }) =>
    sentence`${actorName} proposed to make ${userName} an Account Owner, as nobody is left who administers the account (case ${String(data.caseNumber)}). ` +
    sentence`${plural(data.letters, "mail")} went out about it. Reason: ${data.reason}`,
  "rescue.carried_out": ({ actorName, userName, data }) =>
    sentence`${actorName} made ${userName} an admin and an Account Owner (case ${String(data.caseNumber)}, proposed by ${data.proposedBy}).`,
};

function reasonText({ reason }: { reason: string }): string {
  return reason ? sentence` Reason: ${reason}` : "";
}
