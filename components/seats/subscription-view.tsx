import type { ReactNode } from "react";
import { HelpLink } from "#components/help/help-link";
import { CardOnFile } from "#components/seats/card-on-file";
import { ChangeSpots } from "#components/seats/change-spots";
import { InvoiceTable } from "#components/seats/invoice-table";
import { ScheduledReduction } from "#components/seats/scheduled-reduction";
import { SeatChangeTable } from "#components/seats/seat-change-table";
import { SeatMeter } from "#components/seats/seat-meter";
import { SpotsPicture } from "#components/seats/spots-picture";
import { SpotsRule } from "#components/seats/spots-rule";
import { SubscriptionResult } from "#components/seats/subscription-result";
import { WhatYouPay } from "#components/seats/what-you-pay";
import { PageHeader } from "#components/ui/page-header";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { href } from "#lib/hrefs";
import type { SpotsDrawing } from "#lib/seats/draw-spots";
import type { SubscriptionPage } from "#lib/seats/subscription-page";

export type SubscriptionViewProps = SubscriptionPage & {
  isOwner: boolean;
  /** A moment ago, by this person: who changes user spots. */
  isRuleChanged: boolean;
  /** What the address says of the pages of the ledger and the invoices. */
  asked: { changesBelow?: number; invoicesBelow?: number };
  drawings: { wide: SpotsDrawing; narrow: SpotsDrawing };
  /** How it stands, where it is not simply paid and going on. */
  status?: ReactNode;
  dates: DateStyle;
  cancelAction: FormAction;
  keepAction: FormAction;
  letAction: FormAction;
  requestId: string;
};

/** What is paid for and by whom, what is scheduled of it, and every change and invoice so far. */
export function SubscriptionView(props: SubscriptionViewProps) {
  const { subscription, asked, dates } = props;
  const { total, used, status } = subscription;
  const pageOf = (list: "changes" | "invoices") => (below: number) => {
    const { changesBelow: changes, invoicesBelow: invoices } = asked;
    const next = { changes, invoices, [list]: below };
    return `${href("/admin/subscription", {
      changes: next.changes ? String(next.changes) : undefined,
      invoices: next.invoices ? String(next.invoices) : undefined,
    })}#${list}`;
  };
  return (
    <>
      <PageHeader
        title="Subscription"
        aside={<HelpLink page="user-spots-and-the-bill">User spots and the bill</HelpLink>}
        breadcrumb={[{ label: "Admin", href: "/admin" }]}
      />
      {props.status}
      <SubscriptionResult {...props} />
      <SeatMeter {...{ total, used, dates }} scheduled={null} href="/admin/users?status=active" />
      <ScheduledReduction {...props} action={props.cancelAction} />
      {status !== "ended" && <ChangeSpots why={props.whyNot} />}
      <SpotsPicture
        overTime={props.overTime}
        scheduled={props.scheduled}
        drawings={props.drawings}
        locale={dates.locale}
      />
      <WhatYouPay subscription={subscription} bill={props.bill} dates={dates} />
      <CardOnFile {...subscription} />
      <SeatChangeTable ledger={props.ledger} hrefOf={pageOf("changes")} dates={dates} />
      <InvoiceTable
        invoices={props.invoices}
        isTrial={status === "trial"}
        hrefOf={pageOf("invoices")}
        dates={dates}
      />
      <SpotsRule {...props} />
    </>
  );
}
