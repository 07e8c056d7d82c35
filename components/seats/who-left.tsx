import type { ReduceViewProps } from "#components/seats/reduce-view";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { dateText, exactText } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";

type WhoLeftProps = Pick<ReduceViewProps, "openedBy" | "openedByMore" | "subscription" | "dates">;

/** The people whose leaving opened the spots that are open. */
export function WhoLeft({ openedBy, openedByMore, subscription, dates }: WhoLeftProps) {
  if (openedBy.length === 0) return null;
  const left = openedBy.length + openedByMore;
  const never = subscription.total - subscription.used - left;
  return (
    <Section
      title="Who left"
      description={
        never > 0
          ? `Everybody who is inactive; ${plural(never, "more spot is", "more spots are")} open than they left.`
          : "The last to become inactive, one for each open user spot."
      }
    >
      <ul className="list">
        {openedBy.map(({ id, name, since, by }) => (
          <li key={id}>
            <TextLink href={`/admin/users/${id}/inactivate`}>
              <bdi>{name}</bdi>
            </TextLink>
            {since && (
              <>
                , inactive since{" "}
                <Time iso={since.toISOString()} exact={exactText(since, dates)}>
                  {dateText(since, dates)}
                </Time>
              </>
            )}
            {by && (
              <>
                , by <bdi>{by}</bdi>
              </>
            )}
          </li>
        ))}
        {openedByMore > 0 && (
          <li>
            <TextLink href="/admin/users?status=inactive">
              and {numberText(openedByMore)} more
            </TextLink>
          </li>
        )}
      </ul>
    </Section>
  );
}
