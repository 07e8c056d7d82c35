import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button";
import { Section } from "#components/ui/section";
import { plural } from "#lib/plurals";
import type { FinalStep } from "#lib/seats/final-step";

type NextStepsProps = {
  seats: { total: number; used: number };
  /** The last day of the open spots, where a scheduled reduction takes them. */
  openUntil: string | null;
  /** What open spots cost, and how that ends; null where there is nothing to it. */
  finalStep: FinalStep | null;
  /** The way back, while there is one. */
  children?: ReactNode;
};

/** What usually follows: fewer spots, somebody new, or a change of mind. */
export function NextSteps({ seats, openUntil, finalStep, children }: NextStepsProps) {
  const open = seats.total - seats.used;
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
      <Section
        title="Next steps"
        description={
          open > 0
            ? `${plural(open, "user spot")} ${open === 1 ? "is" : "are"} open ${openUntil ? `until ${openUntil}: who adds somebody is asked what becomes of the reduction` : `now: somebody new can take ${open === 1 ? "it" : "one"} at no further cost`}.`
            : "All user spots are used again."
        }
      >
        {open > 0 && (
          <div className="cluster">
            <ButtonLink href="/admin/users/new">Add a user to the open spot</ButtonLink>
          </div>
        )}
        {children}
      </Section>
    </>
  );
}
