import type { ReduceViewProps } from "#components/seats/reduce-view";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { listText, numberText, plural } from "#lib/plurals";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

type NoReductionProps = Pick<ReduceViewProps, "subscription" | "whyNot"> & { why: RefusalCode };

/** Why the wizard cannot go on, and the way on from there. */
export function NoReduction({ subscription, whyNot, why }: NoReductionProps) {
  const { total, minimumSeats } = subscription;
  if (why === "below_used") {
    return (
      <Notice
        title="No user spot is open, so none can go."
        actions={<ButtonLink href="/admin/users?status=active">Manage Users</ButtonLink>}
      >
        {total === 1 ? "Your one user spot is" : `All ${numberText(total)} user spots are`} used. To
        have fewer, make someone inactive first.
      </Notice>
    );
  }
  const back = <ButtonLink href="/admin/subscription">Update subscription</ButtonLink>;
  if (why === "below_minimum") {
    return (
      <Notice
        title={`Your plan has at least ${plural(minimumSeats, "user spot")}, so none can go.`}
        actions={back}
      >
        You have {numberText(total)}. The open ones stay yours, and paid for.
      </Notice>
    );
  }
  return (
    <Notice title={whyNotSentence(why)} actions={back}>
      {whyNot && whyNot.owners.length > 0 && (
        <>
          Who can: <bdi>{listText(whyNot.owners)}</bdi>.
        </>
      )}
    </Notice>
  );
}
