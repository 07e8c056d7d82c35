import { HelpLink } from "#components/help/help-link";
import { ReceiptFate } from "#components/seats/receipt-fate";
import { receiptItems } from "#components/seats/receipt-items";
import { ReceiptNextSteps } from "#components/seats/receipt-next-steps";
import { isAtOnce, receiptSentence } from "#components/seats/receipt-sentence";
import { spotsTrail } from "#components/seats/spots-trail";
import { DescriptionList } from "#components/ui/description-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { DateStyle } from "#lib/dates";
import { numberText } from "#lib/plurals";
import type { Receipt } from "#lib/seats/receipt-page";

export type ReceiptViewProps = { receipt: Receipt; dates: DateStyle };

const titles: Record<Receipt["kind"], string> = {
  opened: "Account opened",
  added: "User spots added",
  reduced: "User spots reduced",
  kept: "User spots not reduced",
  scheduled: "Reduction scheduled",
  replaced: "Reduction scheduled anew",
  cancelled: "Reduction cancelled",
};

/** One change of the user spots, or of what is scheduled of them: what, by whom, and what came of it. */
export function ReceiptView({ receipt, dates }: ReceiptViewProps) {
  const { kind, number, accountName } = receipt;
  return (
    <>
      <PageHeader
        title={titles[kind === "scheduled" && isAtOnce(receipt) ? "reduced" : kind]}
        description={
          <>
            Receipt {numberText(number)}, <bdi>{accountName}</bdi>
          </>
        }
        aside={<HelpLink page="reducing-user-spots" />}
        breadcrumb={spotsTrail}
      />
      <Notice
        tone={kind === "kept" ? "info" : "ok"}
        focus
        title={receiptSentence(receipt, dates)}
      />
      <Section title="The change">
        <DescriptionList items={receiptItems(receipt, dates)} />
      </Section>
      <ReceiptFate receipt={receipt} dates={dates} />
      <ReceiptNextSteps receipt={receipt} />
    </>
  );
}
