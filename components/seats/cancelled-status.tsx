import { ResumeSubscriptionForm } from "#components/seats/resume-subscription-form";
import { StateNotice } from "#components/seats/state-notice";
import type { StatusProps } from "#components/seats/subscription-status";
import { dateText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";

type CancelledStatusProps = StatusProps & { action: FormAction; requestId: string };

/** When it ends, and until when it can go on. */
export function CancelledStatus({ facts, dates, action, requestId }: CancelledStatusProps) {
  const { status, renewsAt, cancelledAt, cancelledBy, owners, whyNot } = facts;
  const end = dateText(renewsAt, dates);
  return (
    <StateNotice
      tone="warn"
      title={`The subscription ends on ${end}`}
      actions={
        whyNot.resume === null && <ResumeSubscriptionForm action={action} requestId={requestId} />
      }
    >
      <p>
        It was cancelled{cancelledAt && ` on ${dateText(cancelledAt, dates)}`}
        {cancelledBy && (
          <>
            {" "}
            by <bdi>{cancelledBy}</bdi>
          </>
        )}
        .{" "}
        {status === "past_due"
          ? "When it ends, nothing is charged any more."
          : "Everything works until it ends. From then on the account can only be read, and nothing is charged any more."}
      </p>
      <p>
        {whyNot.resume === null
          ? "Until then you can resume it, and it renews as before."
          : `Until then an Account Owner can resume it: ${owners}.`}
      </p>
    </StateNotice>
  );
}
