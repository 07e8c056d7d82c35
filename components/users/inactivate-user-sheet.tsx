import { HelpLink } from "#components/help/help-link";
import { ButtonLink } from "#components/ui/button";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { type Colleagues, FindColleagues } from "#components/users/find-colleagues";
import { InactivateUserForm } from "#components/users/inactivate-user-form";
import { ScheduleNotice, type ShownSchedule } from "#components/users/schedule-notice";
import { TheirSchedules } from "#components/users/their-schedules";
import { usersTrail } from "#components/users/users-trail";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { numberText, plural } from "#lib/plurals";
import { describeStay, type OpenSpots } from "#lib/seats/final-step";
import type { Seats } from "#lib/seats/get-seats";
import { scheduledSentence } from "#lib/seats/scheduled-text";

export type InactivateUserSheetProps = {
  user: { id: string; name: string; email: string | null };
  openSessions: { id: string; device: string; lastUsedAt: Date }[];
  contacts: number;
  history: number;
  colleagues: Colleagues;
  defaultSuccessor: { id: string; name: string } | null;
  seats: Seats;
  /** What a spot that opens goes on costing. */
  openSpots: OpenSpots;
  schedule: ShownSchedule | null;
  theirSchedules: { id: string; name: string }[];
  isLarge: boolean;
  dates: DateStyle;
  action: FormAction;
  requestId: string;
};

/** "Make NAME inactive": every consequence in one sheet, before the click. */
export function InactivateUserSheet(props: InactivateUserSheetProps) {
  const { user, openSessions, contacts, colleagues, history, seats, schedule, dates } = props;
  return (
    <>
      <PageHeader
        title={`Make ${user.name} inactive`}
        description={user.email}
        aside={<HelpLink page="making-a-user-inactive" />}
        breadcrumb={usersTrail}
      />
      {schedule && (
        <ScheduleNotice
          isResult
          user={user}
          schedule={schedule}
          dates={dates}
          actions={
            <ButtonLink href={`/admin/users/${user.id}/cancel-inactivation`}>
              Cancel the schedule
            </ButtonLink>
          }
        />
      )}
      <TheirSchedules author={user.name} schedules={props.theirSchedules} />
      {contacts > 0 && (
        <FindColleagues
          colleagues={colleagues}
          path={`/admin/users/${user.id}/inactivate`}
          then="the lists below then hold whom you found."
        />
      )}
      <InactivateUserForm
        action={props.action}
        // A form whose schedule has changed begins anew.
        key={schedule?.id}
        requestId={props.requestId}
        userId={user.id}
        userName={user.name}
        email={user.email}
        timeZone={dates.timeZone}
        schedule={schedule && !schedule.refusal ? schedule : undefined}
        defaultSuccessor={props.defaultSuccessor}
        contacts={contacts}
        isLarge={props.isLarge}
        colleagues={colleagues.shown}
        access={
          <Section title="Access" aside={plural(openSessions.length, "open sign-in")}>
            {openSessions.length > 0 ? (
              <>
                <p>
                  {openSessions.length === 1 ? "It ends" : "These end"} at once. {user.name} cannot
                  sign in again.
                </p>
                <ul className="list">
                  {openSessions.map(({ id, device, lastUsedAt }) => (
                    <li key={id}>
                      {device}, last used{" "}
                      <Time iso={lastUsedAt.toISOString()} exact={exactText(lastUsedAt, dates)}>
                        {dateTimeText(lastUsedAt, dates)}
                      </Time>
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <p>{user.name} is signed in nowhere, and cannot sign in again.</p>
            )}
          </Section>
        }
        rest={
          <>
            <Section title="User spot" aside={`${numberText(seats.total - seats.used)} open now`}>
              <p>
                One user spot opens at once: {numberText(seats.used - 1)} of{" "}
                {plural(seats.total, "user spot")} used afterwards.{" "}
                {describeStay(props.openSpots, 1, dates.locale)}
                {scheduledSentence(seats.scheduled, dates)}
              </p>
            </Section>
            <Section title="History" aside={plural(history, "entry", "entries")}>
              <p>
                {history > 0
                  ? `Everything ${user.name} noted stays, with author and time.`
                  : `${user.name} has noted nothing yet; name and log stay.`}
              </p>
            </Section>
          </>
        }
      />
    </>
  );
}
