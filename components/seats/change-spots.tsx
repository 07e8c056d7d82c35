import { ButtonLink } from "#components/ui/button";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

/** The two ways to another number of user spots, or why this person has none. */
export function ChangeSpots({ why }: { why: RefusalCode | null }) {
  if (why) return <p>{whyNotSentence(why)}</p>;
  return (
    <div className="cluster">
      <ButtonLink href="/admin/subscription/add">Add user spots</ButtonLink>
      <ButtonLink href="/admin/subscription/reduce">Reduce user spots</ButtonLink>
    </div>
  );
}
