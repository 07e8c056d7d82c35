import { HelpLink } from "#components/help/help-link";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { BackToUsers } from "#components/users/back-to-users";
import { CancelInactivationForm } from "#components/users/cancel-inactivation-form";
import { ScheduleNotice, type ShownSchedule } from "#components/users/schedule-notice";
import { usersTrail } from "#components/users/users-trail";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";

export type CancelInactivationViewProps = {
  user: { id: string; name: string; status: "active" | "inactive" };
  /** Null once there is nothing to cancel. */
  schedule: ShownSchedule | null;
  cancelled: { at: Date; by: string; time: string } | null;
  dates: DateStyle;
  action: FormAction;
  requestId: string;
};

/** Before: what would be cancelled. After: who cancelled it. */
export function CancelInactivationView(props: CancelInactivationViewProps) {
  const { user, schedule, dates } = props;
  return (
    <>
      <PageHeader
        aside={<HelpLink page="inactive-on-a-date" />}
        title={schedule ? `Cancel the schedule for ${user.name}` : `${user.name} is not scheduled`}
        breadcrumb={usersTrail}
      />
      {schedule ? (
        <>
          <ScheduleNotice user={user} schedule={schedule} dates={dates} />
          <CancelInactivationForm
            action={props.action}
            userId={user.id}
            userName={user.name}
            scheduleId={schedule.id}
            requestId={props.requestId}
          />
        </>
      ) : (
        <NothingToCancel {...props} />
      )}
    </>
  );
}

function NothingToCancel({ user, cancelled, dates }: CancelInactivationViewProps) {
  const actions = (
    <>
      <ButtonLink href={`/admin/users/${user.id}/inactivate`}>
        {user.status === "active" ? "Make Inactive" : "See what happened"}
      </ButtonLink>
      <BackToUsers variant="quiet" />
    </>
  );
  if (!cancelled || user.status === "inactive") {
    return <Notice title={`${user.name} is not scheduled to become inactive.`} actions={actions} />;
  }
  return (
    <Notice
      tone="ok"
      focus
      title={`${cancelled.by} cancelled it on ${dateTimeText(cancelled.at, dates)}.`}
      actions={actions}
    >
      {user.name} does not become inactive on {cancelled.time}.
    </Notice>
  );
}
