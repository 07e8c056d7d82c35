import { HelpLink } from "#components/help/help-link";
import { BeginSecondStepForm } from "#components/second-steps/begin-second-step-form";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { plural } from "#lib/plurals";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

type SecondStepViewProps = {
  onSince: Date | null;
  recoveryCodesLeft: number;
  whyNotOff: RefusalCode | null;
  /** What led here: the Admin tab, a sign-in with a recovery code, or turning it off. */
  cameFrom: "admin" | "recovery-code" | "off" | undefined;
  /** The page that the sign-in was to lead to. */
  next: string;
  dates: DateStyle;
  beginAction: FormAction;
};

/** One's own two-step sign-in: off, and how to set it up; or on, and what can be done about it. */
export function SecondStepView(props: SecondStepViewProps) {
  const { onSince, beginAction } = props;
  return (
    <>
      <PageHeader
        title="Two-step sign-in"
        aside={<HelpLink page="two-step-sign-in" />}
        description="After your password, a code from an app on your phone."
        breadcrumb={[{ label: "My sign-ins", href: "/sign-ins" }]}
      />
      <CameFrom {...props} />
      {onSince ? (
        <>
          <IsOn {...props} onSince={onSince} />
          <Section title="Another app">
            <p>
              For a new phone, say. You need a code of the app so far, or a recovery code.
              Afterwards only the new app counts.
            </p>
            <BeginSecondStepForm action={beginAction} button="Set up another app" />
          </Section>
        </>
      ) : (
        <Section title="It is off">
          <p>
            Your password alone signs you in. With two-step sign-in, somebody who learns your
            password cannot. You need an authenticator app; every app that shows six-digit codes
            will do.
          </p>
          <BeginSecondStepForm action={beginAction} button="Set up two-step sign-in" />
        </Section>
      )}
    </>
  );
}

function CameFrom({ cameFrom, onSince, recoveryCodesLeft, next }: SecondStepViewProps) {
  if (cameFrom === "admin" && !onSince) {
    return (
      <Notice
        tone="warn"
        focus
        title="Your account requires two-step sign-in of its admins. Set it up to go on to the Admin tab."
      >
        You are an admin as before, and your contacts are open to you meanwhile.
      </Notice>
    );
  }
  if (cameFrom === "off" && !onSince) {
    return <Notice tone="ok" focus title="Two-step sign-in is off." />;
  }
  if (cameFrom === "recovery-code" && onSince) {
    return (
      <Notice
        tone="warn"
        focus
        title={`You signed in with a recovery code. You have ${plural(recoveryCodesLeft, "recovery code")} left.`}
        actions={<ButtonLink href={next}>Go on</ButtonLink>}
      >
        If you lost your app, set up another one below: that takes one more recovery code.
      </Notice>
    );
  }
  return null;
}

function IsOn(props: SecondStepViewProps & { onSince: Date }) {
  const { onSince, recoveryCodesLeft, whyNotOff, dates } = props;
  return (
    <Section title="It is on">
      <ul className="list">
        <li>Since {dateTimeText(onSince, dates)}.</li>
        <li>
          {plural(recoveryCodesLeft, "recovery code")} left
          {recoveryCodesLeft < FEW_CODES && ": make new ones while you can"}.
        </li>
        {whyNotOff && <li>{whyNotSentence(whyNotOff)}</li>}
      </ul>
      <div className="cluster">
        <ButtonLink href="/sign-ins/two-step/recovery-codes">Make new recovery codes</ButtonLink>
        {!whyNotOff && <ButtonLink href="/sign-ins/two-step/turn-off">Turn off</ButtonLink>}
      </div>
    </Section>
  );
}

const FEW_CODES = 4;
