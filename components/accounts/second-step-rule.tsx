import { SignInRuleForm } from "#components/accounts/sign-in-rule-form";
import type { SignInRulesViewProps } from "#components/accounts/sign-in-rules-view";
import { ButtonLink } from "#components/ui/button";
import { Section } from "#components/ui/section";
import { dateTimeText } from "#lib/dates";
import { plural } from "#lib/plurals";
import { refusalWayOn, whyNotSentence } from "#lib/refusal";
import { sentence } from "#lib/sentence";

/** What the rule is, what a change of it means, and the button; or why there is none. */
export function SecondStepRule(props: SignInRulesViewProps) {
  const { rule, counts, whyNot, dates, requireAction, stopAction, requestId } = props;
  const { adminsNeedSecondStep: isRequired, latest } = rule;
  const without = counts.all - counts.withSecondStep;
  const wayOn = whyNot && refusalWayOn(whyNot);
  return (
    <Section title="Two-step sign-in">
      <ul className="list">
        <li>
          {isRequired ? "Required of all admins" : "Each admin decides"}
          {latest && sentence`, since ${dateTimeText(latest.at, dates)} by ${latest.by}`}.
        </li>
        <li>
          {isRequired
            ? "An admin without it is led to set it up before anything else in the Admin tab, and works with contacts meanwhile."
            : `If it is required, ${without === 0 ? "nobody has to do anything: all admins have it" : `${plural(without, "admin")} ${without === 1 ? "has" : "have"} to set it up before anything else in the Admin tab`}. Nobody loses the admin role or Owner status.`}
        </li>
      </ul>
      {whyNot ? (
        <div className="stack-tight">
          <p>{whyNotSentence(whyNot)}</p>
          {wayOn && (
            <div className="cluster">
              <ButtonLink href={wayOn.href}>{wayOn.label}</ButtonLink>
            </div>
          )}
        </div>
      ) : isRequired ? (
        <SignInRuleForm
          key="stop"
          action={stopAction}
          requestId={requestId}
          variant="secondary"
          button="Stop requiring it"
          pendingLabel="Changing…"
        />
      ) : (
        <SignInRuleForm
          key="require"
          action={requireAction}
          requestId={requestId}
          button="Require it of all admins"
          pendingLabel="Requiring…"
        />
      )}
    </Section>
  );
}
