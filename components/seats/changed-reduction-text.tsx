import { TextLink } from "#components/ui/link";
import type { ChangedReduction } from "#lib/audit/spot-events";
import { seatChangeHref } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";

/** What became of the reduction that would have taken somebody's spot. */
export function ChangedReductionText({ changeId, day, was, to }: ChangedReduction) {
  return (
    <>
      {to === null
        ? `The reduction to ${plural(was, "user spot")} on ${day} was cancelled.`
        : `The reduction on ${day} was changed: to ${plural(to, "user spot")} instead of ${numberText(was)}.`}{" "}
      <TextLink href={seatChangeHref(changeId)}>See the receipt</TextLink>
    </>
  );
}
