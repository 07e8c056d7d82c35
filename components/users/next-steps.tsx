import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button";
import { Section } from "#components/ui/section";
import type { Room } from "#lib/seats/describe-room";
import type { FinalStep } from "#lib/seats/final-step";

type NextStepsProps = {
  room: Room;
  /** What open spots cost, and how that ends; null where there is nothing to it. */
  finalStep: FinalStep | null;
  /** The way back, while there is one. */
  children?: ReactNode;
};

/** What usually follows: fewer spots, somebody new, or a change of mind. */
export function NextSteps({ room, finalStep, children }: NextStepsProps) {
  return (
    <>
      {finalStep && (
        <Section title="Important final step">
          <p>{finalStep.text}</p>
          {finalStep.wayOn && (
            <div className="cluster">
              <ButtonLink href={finalStep.wayOn.href} variant="primary">
                {finalStep.wayOn.label}
              </ButtonLink>
            </div>
          )}
        </Section>
      )}
      <Section title="Next steps" description={room.text}>
        {room.canAdd && (
          <div className="cluster">
            <ButtonLink href="/admin/users/new">Add a user to the open spot</ButtonLink>
          </div>
        )}
        {children}
      </Section>
    </>
  );
}
