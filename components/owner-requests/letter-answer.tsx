import {
  AnswerOwnerRequestForm,
  type AnswerOwnerRequestFormProps,
} from "#components/owner-requests/answer-owner-request-form";
import { Notice } from "#components/ui/notice";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { CaseState } from "#lib/owner-requests/case-state";
import { whyNotSentence } from "#lib/refusal";
import { sentence } from "#lib/sentence";

type LetterAnswerProps = {
  letter: {
    accountName: string;
    answer: "agreed" | "objected" | null;
    isOpen: boolean;
    isConcerned: boolean;
    request: {
      number: number;
      state: CaseState;
      decision: string | null;
      kind: "removal" | "rescue";
      capacity: "admin" | "card_holder" | "lead";
      requestedByName: string;
      userName: string | null;
      successorName: string | null;
      reason: string;
      waitsUntil: Date;
    };
  } | null;
  dates: DateStyle;
} & Pick<AnswerOwnerRequestFormProps, "action" | "accountId" | "token">;

/** What a case is about, for who was told of it, and their answer: as it was given, or to be given. */
export function LetterAnswer(props: LetterAnswerProps) {
  const { letter, dates } = props;
  if (!letter?.isOpen) {
    return <Notice tone="warn" focus title={whyNotSentence("letter_over")} />;
  }
  const { request, isConcerned, answer } = letter;
  if (answer === "objected") {
    return (
      <Notice tone="ok" focus title="You objected.">
        {request.state === "objected"
          ? `Case ${request.number} stops until a lead of our support has decided. There is nothing more to do.`
          : sentence`A lead of our support has looked into it, and case ${String(request.number)} goes on. The reason: ${request.decision}`}
      </Notice>
    );
  }
  const hasAgreed = answer === "agreed";
  return (
    <>
      {hasAgreed && (
        <Notice tone="ok" focus title="You agreed.">
          The waiting time is waived. Until case {request.number} is carried out you can still
          object.
        </Notice>
      )}
      <p>{aboutText(letter)} The reason given:</p>
      <blockquote className="quote" dir="auto">
        {request.reason}
      </blockquote>
      {!hasAgreed && (
        <p>
          Nothing happens before {dateTimeText(request.waitsUntil, dates)}
          {isConcerned && ", unless you agree"}. If you object, it stops until a lead of our support
          has decided.
        </p>
      )}
      <AnswerOwnerRequestForm {...props} canAgree={isConcerned && !hasAgreed} />
    </>
  );
}

function aboutText({
  accountName,
  isConcerned,
  request,
}: NonNullable<LetterAnswerProps["letter"]>) {
  const { kind, capacity, requestedByName, userName, successorName } = request;
  if (kind === "rescue") {
    return sentence`Nobody seems to be left who administers ${accountName}. Our support proposes to make ${successorName} an admin and an Account Owner. If you are an Account Owner, signing in alone stops it.`;
  }
  const whose = isConcerned ? "your" : sentence`${userName}’s`;
  const next = successorName
    ? sentence` If there is no other Account Owner then, ${successorName} becomes one in the same step.`
    : "";
  return sentence`${requestedByName}, ${capacity === "admin" ? "an admin" : "the card holder"} of ${accountName}, asked our support to lift ${whose} Account Owner status.${next}`;
}
