import type { ReduceViewProps } from "#components/seats/reduce-view";
import { Button, ButtonLink } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { dateText } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";
import type { WayOn } from "#lib/refusal";
import { REDUCTION_PATH } from "#lib/seats/reduction-address";
import { leastSeats } from "#lib/seats/rules";

type NewTotalProps = Pick<ReduceViewProps, "subscription" | "latest" | "dates"> & {
  chosen: { typed: string; error?: string; wayOn?: WayOn };
};

/** Step 2: how many user spots there shall be. Every button sends what is typed, so none loses it. */
export function NewTotal({ subscription, latest, dates, chosen }: NewTotalProps) {
  const { total, used, minimumSeats, status, renewsAt } = subscription;
  const label =
    status === "trial" ? "User spots" : `User spots from ${dateText(renewsAt, dates)} on`;
  const least = leastSeats(subscription);
  const isPlans = minimumSeats > used;
  const why = isPlans
    ? `your plan has at least ${plural(minimumSeats, "user spot")}`
    : `${numberText(used)} ${used === 1 ? "is" : "are"} used`;
  return (
    <form action={REDUCTION_PATH} className="stack">
      {chosen.error && (
        <FormNotice state={{ status: "refused", sentence: chosen.error, wayOn: chosen.wayOn }} />
      )}
      <Section title="New total" description={`You have ${plural(total, "user spot")} now.`}>
        <TextField
          label={label}
          name="total"
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          hint={`The least possible is ${numberText(least)}, as ${why}.`}
          defaultValue={chosen.typed}
          error={chosen.error}
        />
        {!isPlans && (
          <p>
            To go lower,{" "}
            <TextLink href="/admin/users?status=active">make someone inactive</TextLink>: that opens
            another user spot.
          </p>
        )}
      </Section>
      <input type="hidden" name="seen" value={latest.number} />
      <FormActions>
        <Button type="submit" name="step" value="3" variant="primary">
          Continue
        </Button>
        <Button type="submit" name="step" value="1">
          Back
        </Button>
        <ButtonLink href="/admin/subscription" variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}
