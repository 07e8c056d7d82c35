import { Notice } from "#components/ui/notice";
import { FollowLinkForm } from "#components/users/follow-link-form";
import type { FormAction } from "#lib/form-state";
import { whyNotSentence } from "#lib/refusal";

type ConfirmationAnswerProps = {
  confirmation: {
    accountName: string;
    isOpen: boolean;
    request: {
      number: number;
      requestedByName: string;
      userName: string | null;
      successorName: string | null;
      reason: string;
      confirmedAt: Date | null;
    };
  } | null;
  action: FormAction;
  accountId: string;
  token: string;
};

/** Where the billing address confirms that the card holder asked for a case. */
export function ConfirmationAnswer(props: ConfirmationAnswerProps) {
  const { confirmation, action, accountId, token } = props;
  if (!confirmation?.isOpen) {
    return <Notice tone="warn" focus title={whyNotSentence("confirmation_over")} />;
  }
  const { request, accountName } = confirmation;
  if (request.confirmedAt) {
    return (
      <Notice tone="ok" focus title="You confirmed it.">
        Our support goes on with case {request.number}. There is nothing more to do.
      </Notice>
    );
  }
  return (
    <>
      <p>
        Somebody who gave the name <bdi>{request.requestedByName}</bdi> and said they hold the card
        on file asked our support to lift the Account Owner status of <bdi>{request.userName}</bdi>{" "}
        in {accountName}.
        {request.successorName && (
          <>
            {" "}
            If there is no other Account Owner then, <bdi>{request.successorName}</bdi> becomes one.
          </>
        )}{" "}
        The reason given:
      </p>
      <blockquote className="quote" dir="auto">
        {request.reason}
      </blockquote>
      <p>
        Confirm it only if this was you, the card holder. Otherwise close this page: without your
        confirmation nothing happens.
      </p>
      <FollowLinkForm
        action={action}
        accountId={accountId}
        token={token}
        buttons={[{ label: "Confirm that I asked", pendingLabel: "Confirming…" }]}
      />
    </>
  );
}
