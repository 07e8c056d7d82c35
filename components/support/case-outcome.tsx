import type { CaseContent } from "#components/support/case-view-props";
import { Moment } from "#components/support/moment";
import { Section } from "#components/ui/section";
import { listText } from "#lib/plurals";

/** What carrying out has changed, and what the account's admins can do now. */
export function CaseOutcome({
  request,
  people,
  dates,
}: Pick<CaseContent, "request" | "people" | "dates">) {
  const { concerned, owners } = people;
  return (
    <Section title="What happened">
      <ul className="list">
        {request.endedAt && (
          <li>
            {request.endedByName} carried it out on <Moment at={request.endedAt} dates={dates} />
            {request.kind === "removal" && `, after ${request.verifiedByName} had verified it`}.
          </li>
        )}
        {concerned && !concerned.isOwner && (
          <li>
            <bdi>{concerned.name}</bdi> is no Account Owner any more.{" "}
            {concerned.status === "active"
              ? "Make Inactive is back in that row of Manage Users, for the account’s admins. Support does not make anybody inactive."
              : "By now the account has made them inactive."}
          </li>
        )}
        {concerned?.isOwner && (
          <li>
            <bdi>{concerned.name}</bdi> was made an Account Owner again since.
          </li>
        )}
        <li>
          {owners.length === 1 ? "Account Owner now" : "Account Owners now"}: {listText(owners)}.
        </li>
      </ul>
    </Section>
  );
}
