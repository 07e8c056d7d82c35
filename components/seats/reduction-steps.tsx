import { TextLink } from "#components/ui/link";
import { reductionHref } from "#lib/seats/reduction-address";

const titles = ["Your user spots", "New total", "What changes", "Confirm"];

export type StepTo = { total: string; seen: number };

/** Where one is in the wizard; the steps before lead back, with every choice kept. */
export function ReductionSteps({ current, to }: { current: number; to: StepTo }) {
  return (
    <nav aria-label="Steps">
      <ol className="wizard-steps">
        {titles.map((title, at) => {
          const step = at + 1;
          return (
            <li key={title} aria-current={step === current ? "step" : undefined}>
              <span className="wizard-number" aria-hidden="true">
                {step}
              </span>
              {step < current ? <TextLink href={reductionHref(step, to)}>{title}</TextLink> : title}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
