import { DescriptionList } from "#components/ui/description-list";
import { EmailText } from "#components/ui/email-text";
import { Meter } from "#components/ui/meter";
import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, exactText } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";
import { scheduledText } from "#lib/seats/scheduled-text";
import type { AccountPage } from "#lib/support/account-page";
import { standingText } from "#lib/support/standing-text";

type AccountFactsProps = Pick<AccountPage, "account" | "owners" | "subscription" | "holder"> & {
  dates: DateStyle;
};

/** Since when, on which plan, with how many user spots, and who pays: never more of a card than its end. */
export function AccountFacts({ account, owners, subscription, holder, dates }: AccountFactsProps) {
  const { total, used, schedule, cardHolderName, cardLast4, billingEmail } = subscription;
  return (
    <Section title="The account">
      <DescriptionList
        items={[
          {
            term: owners.length === 1 ? "Account Owner" : "Account Owners",
            value: (
              <ul>
                {owners.map(({ id, name, email }) => (
                  <li key={id}>
                    <bdi>{name}</bdi>{" "}
                    <span className="muted">
                      <EmailText address={email ?? ""} />
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: "Opened",
            value: (
              <Time
                iso={account.createdAt.toISOString()}
                exact={exactText(account.createdAt, dates)}
              >
                {dateText(account.createdAt, dates)}
              </Time>
            ),
          },
          { term: "Subscription", value: standingText(subscription, dates) },
          {
            term: "User spots",
            value: (
              <>
                <Meter
                  label={`${numberText(used)} of ${plural(total, "user spot")} used, ${numberText(total - used)} open`}
                  value={used}
                  max={total}
                />
                {schedule && (
                  <span className="hint">{scheduledText(schedule, dates)}, as scheduled</span>
                )}
              </>
            ),
          },
          {
            term: "Card holder",
            value: (
              <>
                <bdi>{cardHolderName ?? "None yet"}</bdi>
                {cardHolderName && !holder && ", who is none of the users"}
                {holder &&
                  (holder.name === cardHolderName ? ", who is a user" : ", who is the user ")}
                {holder && holder.name !== cardHolderName && <bdi>{holder.name}</bdi>}
              </>
            ),
          },
          { term: "Card", value: cardLast4 ? `ends in ${cardLast4}` : "None yet" },
          {
            term: "Billing e-mail",
            value: billingEmail ? <EmailText address={billingEmail} /> : "None yet",
          },
          { term: "Account id", value: <span className="long">{account.id}</span> },
        ]}
      />
    </Section>
  );
}
