import { HelpLink } from "#components/help/help-link";
import { ConfirmReduction } from "#components/seats/confirm-reduction";
import { NewTotal } from "#components/seats/new-total";
import { NoReduction } from "#components/seats/no-reduction";
import { ReductionSteps } from "#components/seats/reduction-steps";
import { spotsTrail } from "#components/seats/spots-trail";
import { WhatChanges } from "#components/seats/what-changes";
import { YourUserSpots } from "#components/seats/your-user-spots";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { whyNotSentence } from "#lib/refusal";
import type { ReducePage } from "#lib/seats/reduce-page";
import type { ReductionAddress } from "#lib/seats/reduction-address";
import { chooseStep, whyNotBegin } from "#lib/seats/reduction-step";

export type ReduceViewProps = ReducePage & {
  address: ReductionAddress;
  accountName: string;
  dates: DateStyle;
  action: FormAction;
  requestId: string;
};

/** The wizard: one page, whose address says the step and what was chosen so far. */
export function ReduceView(props: ReduceViewProps) {
  const { subscription, whyNot, address, latest, dates } = props;
  const cannot = whyNot?.code ?? whyNotBegin(subscription);
  const chosen = cannot
    ? { step: 1 as const, typed: address.total }
    : chooseStep(address, subscription, dates);
  const to = { total: chosen.typed, seen: latest.number };
  const changed = cannot ? null : changedText(props);
  return (
    <>
      <PageHeader
        title="Reduce user spots"
        aside={<HelpLink page="reducing-user-spots" />}
        breadcrumb={spotsTrail}
      />
      <ReductionSteps current={chosen.step} to={to} />
      {changed && chosen.step < 4 && <Notice tone="warn" title={changed} />}
      {cannot && <NoReduction {...props} why={cannot} />}
      {chosen.step === 1 && <YourUserSpots {...props} to={cannot ? null : to} />}
      {chosen.step === 2 && <NewTotal {...props} chosen={chosen} />}
      {chosen.step === 3 && <WhatChanges {...props} total={chosen.total} />}
      {chosen.step === 4 && <ConfirmReduction {...props} total={chosen.total} changed={changed} />}
    </>
  );
}

/** Said where the steps before have shown other numbers than there are now. */
function changedText({ address, latest, subscription, dates }: ReduceViewProps): string | null {
  const { step, seen } = address;
  if (step === 1 || seen === undefined || seen >= latest.number) return null;
  const at = latest.at && dateTimeText(new Date(latest.at), dates);
  return whyNotSentence("spots_changed", { by: latest.by, at, total: subscription.total });
}
