import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { seatChangeHref } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";
import type { AddedSeats } from "#lib/seats/added-seats";

/** That user spots were added, where one came back to; nothing where none were. */
export function SpotsAdded({ added }: { added: AddedSeats | null }) {
  if (!added) return null;
  const { changeId, from, to, total } = added;
  const more = to - from;
  const now =
    to === total ? `${numberText(to)} now` : `${numberText(to)} instead of ${numberText(from)}`;
  return (
    <Notice
      tone="ok"
      focus={changeId}
      title={`${plural(more, "user spot")} ${more === 1 ? "was" : "were"} added: ${now}.`}
    >
      <TextLink href={seatChangeHref(changeId)}>See the receipt</TextLink>
    </Notice>
  );
}
