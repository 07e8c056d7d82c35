import { HelpLink } from "#components/help/help-link";
import { AddSeatsForm } from "#components/seats/add-seats-form";
import { HowManyForm } from "#components/seats/how-many-form";
import { SeatMeter } from "#components/seats/seat-meter";
import { seatPriceItems, totalsAfter } from "#components/seats/seat-price";
import { spotsTrail } from "#components/seats/spots-trail";
import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { moneyText } from "#lib/money";
import { plural } from "#lib/plurals";
import { refusalWayOn, whyNotSentence } from "#lib/refusal";
import type { AddSeatsPage } from "#lib/seats/add-seats-page";

type AddSeatsViewProps = AddSeatsPage & {
  /** How many more, as it stands in the address. */
  asked: string;
  /** Where it leads back to afterwards. */
  next?: string;
  dates: DateStyle;
  action: FormAction;
  requestId: string;
};

/** How many more user spots, and what they cost to the minor unit, before anything happens. */
export function AddSeatsView(props: AddSeatsViewProps) {
  const { subscription, whyNot, error, offer, asked, next, dates, action, requestId } = props;
  const { total, used, schedule, currency } = subscription;
  return (
    <>
      <PageHeader
        title="Add user spots"
        aside={<HelpLink page="user-spots-and-the-bill">User spots and the bill</HelpLink>}
        breadcrumb={spotsTrail}
      />
      <SeatMeter total={total} used={used} scheduled={schedule} dates={dates} />
      {whyNot ? (
        <WhyNot why={whyNot} next={next} />
      ) : (
        <HowManyForm asked={asked} error={error} next={next} />
      )}
      {offer && (
        <>
          <Section
            title={`What ${plural(offer.more, "more user spot")} cost${offer.more === 1 ? "s" : ""}`}
          >
            <DescriptionList items={seatPriceItems(subscription, offer, dates)} />
          </Section>
          <AddSeatsForm
            action={action}
            requestId={requestId}
            total={offer.total}
            seenTotal={total}
            seenAmount={offer.price?.amount ?? 0}
            reduction={schedule && { id: schedule.id, ...totalsAfter(subscription, offer, dates) }}
            next={next}
            button={
              `Add ${plural(offer.more, "user spot")}` +
              (offer.price
                ? ` for ${moneyText({ amount: offer.price.amount, currency }, dates.locale)}`
                : "")
            }
          />
        </>
      )}
    </>
  );
}

function WhyNot({ why, next }: { why: NonNullable<AddSeatsPage["whyNot"]>; next?: string }) {
  const wayOn = refusalWayOn(why);
  return (
    <Notice
      tone="warn"
      title={whyNotSentence(why)}
      actions={
        <>
          {wayOn && <ButtonLink href={wayOn.href}>{wayOn.label}</ButtonLink>}
          <ButtonLink href={next ?? "/admin/subscription"} variant="quiet">
            Back
          </ButtonLink>
        </>
      }
    />
  );
}
