import { HelpLink } from "#components/help/help-link";
import { EndSessionForm } from "#components/sessions/end-session-form";
import { type EndedSignIn, EndedSignIns } from "#components/sessions/ended-sign-ins";
import { type OpenSignIn, OpenSignIns } from "#components/sessions/open-sign-ins";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { SubmitButton } from "#components/ui/submit-button";
import { clockText, type DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { plural } from "#lib/plurals";
import type { SignInsDone } from "#lib/sessions/sessions-page";

type SignInsViewProps = {
  open: OpenSignIn[];
  ended: EndedSignIn[];
  hasMore: boolean;
  /** What this person has just done here. */
  done: SignInsDone | null;
  dates: DateStyle;
  requestId: string;
  endSession: FormAction;
  endOtherSessions: FormAction;
};

/** Where this person is signed in, with ways to end it. */
export function SignInsView(props: SignInsViewProps) {
  const { open, ended, hasMore, done, dates, requestId } = props;
  return (
    <>
      <PageHeader
        title="My sign-ins"
        aside={<HelpLink page="my-sign-ins" />}
        description="Where you are signed in. End what you do not recognise, and change your password then."
        actions={
          <>
            <ButtonLink href="/sign-ins/password">Change password</ButtonLink>
            <ButtonLink href="/sign-ins/two-step">Two-step sign-in</ButtonLink>
          </>
        }
      />
      {done && <Notice tone="ok" focus={done.at.toISOString()} title={doneText(done, dates)} />}
      <EndSessionForm key={requestId} action={props.endSession} requestId={requestId}>
        <OpenSignIns sessions={open} dates={dates} />
      </EndSessionForm>
      {open.length > 1 && (
        <EndSessionForm
          key={`${requestId} all`}
          action={props.endOtherSessions}
          requestId={requestId}
        >
          <div className="cluster">
            <SubmitButton variant="secondary" pendingLabel="Ending…">
              End all others
            </SubmitButton>
          </div>
        </EndSessionForm>
      )}
      <EndedSignIns sessions={ended} hasMore={hasMore} dates={dates} />
    </>
  );
}

function doneText({ kind, data, at }: SignInsDone, dates: DateStyle): string {
  const when = clockText(at, dates);
  if ("count" in data) return `${plural(data.count, "sign-in")} ended at ${when}.`;
  const others =
    kind === "user.password_changed" && data.sessionsEnded > 0
      ? ` ${plural(data.sessionsEnded, "other sign-in")} ended.`
      : "";
  return `Your password was changed at ${when}.${others}`;
}
