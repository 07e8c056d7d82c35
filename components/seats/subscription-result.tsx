import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { type DateStyle, dateText, dateTimeText } from "#lib/dates";
import { plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";

type SubscriptionResultProps = {
  /** The scheduled reduction that was cancelled a moment ago. */
  cancellation: {
    id: string;
    at: Date;
    by: string;
    toTotal: number;
    effectiveAt: Date;
  } | null;
  isRuleChanged: boolean;
  rule: { ownersKeepSeats: boolean; latest: { at: Date; by: string } | null };
  dates: DateStyle;
};

/** What was done a moment ago on this page, as it is in the database. */
export function SubscriptionResult(props: SubscriptionResultProps) {
  const { cancellation, isRuleChanged, rule, dates } = props;
  if (cancellation) {
    const { id, at, by, toTotal, effectiveAt } = cancellation;
    return (
      <Notice
        tone="ok"
        focus={id}
        title={sentence`${by} cancelled the change to ${plural(toTotal, "user spot")} on ${dateText(effectiveAt, dates)}.`}
      >
        Done on {dateTimeText(at, dates)}. Your user spots and the bill stay as they are.{" "}
        <TextLink href={`/admin/subscription/changes/${id}`}>See the receipt</TextLink>
      </Notice>
    );
  }
  if (!isRuleChanged || !rule.latest) return null;
  const { by, at } = rule.latest;
  return (
    <Notice
      tone="ok"
      focus={at.toISOString()}
      title={sentence`${by} ${rule.ownersKeepSeats ? "kept changes of user spots to Account Owners" : "let every admin change user spots"} on ${dateTimeText(at, dates)}.`}
    />
  );
}
