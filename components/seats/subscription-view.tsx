import type { ReactNode } from "react";
import { HelpLink } from "#components/help/help-link";
import { SeatMeter } from "#components/seats/seat-meter";
import { DescriptionList } from "#components/ui/description-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, exactText } from "#lib/dates";
import { numberText } from "#lib/plurals";

type SubscriptionViewProps = {
  account: {
    total: number;
    used: number;
    cardHolderName: string | null;
    cardLast4: string | null;
    billingEmail: string | null;
  };
  ledger: {
    id: string;
    at: Date;
    effectiveAt: Date;
    fromTotal: number;
    toTotal: number;
    reason: string;
    byName: string | null;
  }[];
  /** How it stands, where it is not simply paid and going on. */
  status?: ReactNode;
  dates: DateStyle;
  supportEmail: string;
};

/** What is paid for, who pays, and every change of it. Read only. */
export function SubscriptionView(props: SubscriptionViewProps) {
  const { account, ledger, status, dates, supportEmail } = props;
  const { total, used, cardHolderName, cardLast4, billingEmail } = account;
  return (
    <>
      <PageHeader
        title="Subscription"
        aside={<HelpLink page="user-spots-and-the-bill">User spots and the bill</HelpLink>}
        breadcrumb={[{ label: "Admin", href: "/admin" }]}
      />
      {status}
      <SeatMeter total={total} used={used} />
      <p>
        To change your user spots, write to{" "}
        <a className="link" href={`mailto:${supportEmail}`}>
          {supportEmail}
        </a>
        .
      </p>
      <Section title="Card on file">
        <DescriptionList
          items={[
            { term: "Card holder", value: cardHolderName ?? "None yet" },
            { term: "Card", value: cardLast4 ? `ends in ${cardLast4}` : "None yet" },
            { term: "Billing e-mail", value: billingEmail ?? "None yet" },
          ]}
        />
      </Section>
      <Section title="Changes of user spots" flush>
        <Table caption="Changes of user spots">
          <thead>
            <tr>
              <Th>Date</Th>
              <Th align="end">From</Th>
              <Th align="end">To</Th>
              <Th>By</Th>
              <Th>Reason</Th>
            </tr>
          </thead>
          <tbody>
            {ledger.map((change) => (
              <Tr key={change.id}>
                <Td lead>
                  <Time
                    iso={change.effectiveAt.toISOString()}
                    exact={exactText(change.effectiveAt, dates)}
                  >
                    {dateText(change.effectiveAt, dates)}
                  </Time>
                </Td>
                <Td label="From" align="end">
                  {numberText(change.fromTotal)}
                </Td>
                <Td label="To" align="end">
                  {numberText(change.toTotal)}
                </Td>
                <Td label="By">{change.byName ?? "Handover"}</Td>
                <Td label="Reason">{change.reason}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}
