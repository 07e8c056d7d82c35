import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button";
import { Section } from "#components/ui/section";
import { plural } from "#lib/plurals";

type NextStepsProps = {
  seats: { total: number; used: number };
  /** The sentence about what is scheduled of them, or nothing. */
  scheduled: string;
  /** The way back, while there is one. */
  children?: ReactNode;
};

/** What usually follows: somebody new, fewer spots, or a change of mind. */
export function NextSteps({ seats, scheduled, children }: NextStepsProps) {
  const open = seats.total - seats.used;
  return (
    <Section
      title="Next steps"
      description={
        (open > 0
          ? `${plural(open, "user spot")} ${open === 1 ? "is" : "are"} open now and paid for: use ${open === 1 ? "it" : "them"}, or reduce your spots.`
          : "All user spots are used again.") + scheduled
      }
    >
      <div className="cluster">
        {open > 0 && (
          <>
            <ButtonLink href="/admin/users/new" variant="primary">
              Add a user to the open spot
            </ButtonLink>
            <ButtonLink href="/admin/subscription">Reduce user spots</ButtonLink>
          </>
        )}
      </div>
      {children}
    </Section>
  );
}
