import { SignInRuleForm } from "#components/accounts/sign-in-rule-form";
import { Section } from "#components/ui/section";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { sentence } from "#lib/sentence";

type SpotsRuleProps = {
  rule: { ownersKeepSeats: boolean; latest: { at: Date; by: string } | null };
  isOwner: boolean;
  dates: DateStyle;
  keepAction: FormAction;
  letAction: FormAction;
  requestId: string;
};

/** Who changes user spots: said to every admin, and for an Owner to change. */
export function SpotsRule(props: SpotsRuleProps) {
  const { rule, isOwner, dates, keepAction, letAction, requestId } = props;
  const { ownersKeepSeats: isKept, latest } = rule;
  return (
    <Section title="Who changes user spots" id="who">
      <ul className="list">
        <li>
          {isKept ? "Account Owners only" : "Every admin"}
          {latest && sentence`, since ${dateTimeText(latest.at, dates)} by ${latest.by}`}.
        </li>
        <li>
          {isKept
            ? "Other admins see the user spots and what they cost, and cannot add or reduce them or cancel a scheduled change."
            : "An admin adds and reduces user spots and cancels a scheduled change. Account Owners can keep that to themselves."}
        </li>
      </ul>
      {!isOwner ? (
        isKept && <p>Ask one of your Account Owners if it is to be otherwise.</p>
      ) : isKept ? (
        <SignInRuleForm
          key="let"
          action={letAction}
          requestId={requestId}
          variant="secondary"
          button="Let every admin change them"
          pendingLabel="Changing…"
        />
      ) : (
        <SignInRuleForm
          key="keep"
          action={keepAction}
          requestId={requestId}
          variant="secondary"
          button="Keep them to Account Owners"
          pendingLabel="Changing…"
        />
      )}
    </Section>
  );
}
