import { HelpLink } from "#components/help/help-link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { BackToUsers } from "#components/users/back-to-users";
import { ResetSecondStepForm } from "#components/users/reset-second-step-form";
import { usersTrail } from "#components/users/users-trail";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { plural } from "#lib/plurals";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";
import { sentence } from "#lib/sentence";

type ResetSecondStepViewProps = {
  user: {
    id: string;
    name: string;
    email: string | null;
    formerEmail: string | null;
    inactivatedAt: Date | null;
    inactivatedByName: string | null;
  };
  openSessions: number;
  /** The latest one, if there was any. */
  reset: { at: Date; by: string } | null;
  whyNot: RefusalCode | null;
  dates: DateStyle;
  supportEmail: string;
  action: FormAction;
  requestId: string;
};

/** For somebody without app and recovery codes; afterwards, that it was done. */
export function ResetSecondStepView(props: ResetSecondStepViewProps) {
  const { user, openSessions, whyNot, action, requestId } = props;
  return (
    <>
      <PageHeader
        title={`Reset ${user.name}'s two-step sign-in`}
        aside={<HelpLink page="two-step-sign-in" />}
        description={user.email ?? `formerly ${user.formerEmail}`}
        breadcrumb={usersTrail}
      />
      {whyNot ? (
        <NotNow {...props} whyNot={whyNot} />
      ) : (
        <>
          <Section title="What changes">
            <ul className="list">
              <li>
                The next sign-in of {user.name} asks for the password only. The app and the recovery
                codes stop counting.
              </li>
              <li>
                {openSessions > 0
                  ? `${plural(openSessions, "open sign-in")} ${openSessions === 1 ? "ends" : "end"} at once.`
                  : "No sign-in is open now."}
              </li>
              <li>{user.name} is told by e-mail that you did it, and can set it up again.</li>
            </ul>
          </Section>
          <p>Make sure first that it is {user.name} who asks you, by telephone or in person.</p>
          <ResetSecondStepForm action={action} userId={user.id} requestId={requestId} />
        </>
      )}
    </>
  );
}

/** What was done a moment or a year ago, or why it cannot be done. */
function NotNow(props: ResetSecondStepViewProps & { whyNot: RefusalCode }) {
  const { user, reset, whyNot, dates, supportEmail } = props;
  if (whyNot === "second_step_missing" && reset) {
    return (
      <Notice
        tone="ok"
        focus
        title={sentence`${reset.by} reset it on ${dateTimeText(reset.at, dates)}.`}
        actions={<BackToUsers />}
      >
        {user.name} signs in with the password alone until two-step sign-in is set up again.
      </Notice>
    );
  }
  const facts = {
    name: user.name,
    by: user.inactivatedByName ?? undefined,
    at: user.inactivatedAt ? dateTimeText(user.inactivatedAt, dates) : undefined,
    supportEmail,
  };
  return <Notice title={whyNotSentence(whyNot, facts)} actions={<BackToUsers />} />;
}
