import { ReceiptLink } from "#components/seats/receipt-link";
import type { ReceiptViewProps } from "#components/seats/receipt-view";
import { ButtonLink } from "#components/ui/button";
import { Section } from "#components/ui/section";
import { dateText, dateTimeText } from "#lib/dates";
import { plural } from "#lib/plurals";

/** What became of a scheduled reduction since. */
export function ReceiptFate({ receipt, dates }: ReceiptViewProps) {
  const { fate, isPending, effectiveAt, to } = receipt;
  if (!fate && !isPending) return null;
  return (
    <Section title={fate ? "What became of it" : "Still to come"}>
      {fate ? (
        <p>
          <FateText fate={fate} to={to} time={dateTimeText(fate.at, dates)} /> See{" "}
          <ReceiptLink row={fate} />.
        </p>
      ) : (
        <>
          <p>
            It is carried out on {dateText(effectiveAt, dates)}. If more than{" "}
            {plural(to, "user spot")} {to === 1 ? "is" : "are"} used by then, as many stay as are
            used.
          </p>
          <div className="cluster">
            <ButtonLink href="/admin/subscription">Cancel the change</ButtonLink>
          </div>
        </>
      )}
    </Section>
  );
}

type FateTextProps = {
  fate: NonNullable<ReceiptViewProps["receipt"]["fate"]>;
  to: number;
  time: string;
};

function FateText({ fate, to, time }: FateTextProps) {
  switch (fate.kind) {
    case "reduced":
      return fate.to === to
        ? `Carried out on ${time}.`
        : `Carried out on ${time}, but to ${plural(fate.to, "user spot")}, as so many were used by then.`;
    case "kept":
      return `Not carried out on ${time}, as all ${plural(fate.to, "user spot")} were used by then.`;
    case "cancelled":
      return (
        <>
          <bdi>{fate.by}</bdi> cancelled it on {time}.
        </>
      );
    default:
      return (
        <>
          <bdi>{fate.by}</bdi> replaced it on {time} with a reduction to{" "}
          {plural(fate.to, "user spot")}.
        </>
      );
  }
}
