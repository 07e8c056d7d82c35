import { CaseStepForm } from "#components/support/case-step-form";
import type { CaseContent, CaseForms } from "#components/support/case-view-props";
import { Section } from "#components/ui/section";
import type { DateStyle } from "#lib/dates";
import { listText } from "#lib/plurals";
import { whyNotSentence } from "#lib/refusal";
import { inReadersWords } from "#lib/refusals/in-readers-words";
import { agentRoleNames } from "#lib/support/agent-role-names";
import { stepNames } from "#lib/support/step-names";
import type { PossibleStep } from "#lib/support/steps-of";

/** The steps that are possible for this agent now as forms; of the others why they are not. */
export function CaseStepForms(props: CaseContent & CaseForms) {
  const { steps, dates } = props;
  const possible = steps.filter(({ why }) => why === null);
  const others = steps.filter(({ why }) => why !== null);
  return (
    <Section title="What you can do" id="what-you-can-do">
      <div className="case-forms">
        {possible.map(({ step, formId }) => (
          <CaseStepForm key={step} step={step} formId={formId} {...props} />
        ))}
      </div>
      {others.length > 0 && (
        <ul className="list case-others" aria-label="What you cannot do now">
          {others.map((each) => (
            <li key={each.step}>
              <strong>{stepNames[each.step]}:</strong> {whyText(each, dates)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function whyText({ why, roles }: PossibleStep, dates: DateStyle): string {
  if (!why) return "";
  if (why.code === "not_your_role") {
    return `for the role ${listText(roles.map((role) => agentRoleNames[role]))}.`;
  }
  return whyNotSentence(why.code, inReadersWords(why.facts, dates));
}
