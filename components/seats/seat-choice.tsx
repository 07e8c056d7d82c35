import { Choice, ChoiceGroup } from "#components/ui/choice";
import { Notice } from "#components/ui/notice";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";
import { numberText } from "#lib/plurals";
import { whyNotSentence } from "#lib/refusal";
import type { SeatThatGoes } from "#lib/refusals/facts";
import { seatGoesText } from "#lib/refusals/of-spots";
import type { NextSeat } from "#lib/seats/next-seat";

type SeatChoiceProps = {
  state: FormState<unknown>;
  /** What the page knew of it when it was opened. */
  nextSeat: NextSeat | null;
};

/**
 * Where a scheduled reduction would take the spot: says so before the click, and asks what becomes
 * of it (domain rule 14). A refusal knows better than the page.
 */
export function SeatChoice({ state, nextSeat }: SeatChoiceProps) {
  const refused = state.status === "refused" && state.code === "seat_will_go" ? state : null;
  const seat = refused?.facts.seat ?? nextSeat?.seat;
  if (!seat) return null;
  if (refused) {
    return (
      <Notice tone="warn" focus={refused} title={refused.sentence}>
        <WhatBecomesOfIt state={state} seat={seat} />
      </Notice>
    );
  }
  return (
    <Notice tone="warn" role="note" title={seatGoesText(seat)}>
      {nextSeat?.whyNot ? (
        whyNotSentence(nextSeat.whyNot)
      ) : (
        <WhatBecomesOfIt state={state} seat={seat} />
      )}
    </Notice>
  );
}

/** Whether the refusal above a form is left to the choice. */
export function asksForSeat(state: FormState<unknown>): boolean {
  return state.status === "refused" && state.code === "seat_will_go";
}

function WhatBecomesOfIt({ state, seat }: { state: FormState<unknown>; seat: SeatThatGoes }) {
  const { scheduleId, total, target, raised, day } = seat;
  // What was chosen about another reduction is no answer about this one.
  const isSame = fieldValue(state, "scheduleId") === scheduleId;
  const chosen = isSame ? fieldValue(state, "reduction") : "";
  const canRaise = raised < total;
  return (
    <>
      <input type="hidden" name="scheduleId" value={scheduleId} />
      <ChoiceGroup
        key={`${scheduleId} ${raised}`}
        legend="What is to happen with that reduction?"
        error={fieldError(state, "reduction")}
      >
        {canRaise && (
          <Choice
            name="reduction"
            value="raise"
            required
            title={`Reduce to ${numberText(raised)} instead of ${numberText(target)} on ${day}`}
            description="The spot stays, and with it its part of the bill."
            defaultChecked={chosen === "raise"}
          />
        )}
        <Choice
          type={canRaise ? "radio" : "checkbox"}
          name="reduction"
          value="cancel"
          required
          title={`Cancel the reduction, keep ${numberText(total)}`}
          description="All spots stay, and the bill with them."
          defaultChecked={chosen === "cancel"}
        />
      </ChoiceGroup>
    </>
  );
}
