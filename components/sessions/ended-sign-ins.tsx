import { Section } from "#components/ui/section";
import { Time } from "#components/ui/time";
import { Timeline, TimelineEntry } from "#components/ui/timeline";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";

export type EndedSignIn = {
  id: string;
  device: string;
  address: string;
  endedAt: Date;
  endReason: keyof typeof reasons | null;
};

type EndedSignInsProps = { sessions: EndedSignIn[]; hasMore: boolean; dates: DateStyle };

/** The sign-ins that ended lately: how and when. */
export function EndedSignIns({ sessions, hasMore, dates }: EndedSignInsProps) {
  if (sessions.length === 0) return null;
  return (
    <Section
      title="Ended in the last 30 days"
      description={hasMore && `The latest ${sessions.length}.`}
    >
      <Timeline label="Ended sign-ins">
        {sessions.map(({ id, device, address, endedAt, endReason }) => (
          <TimelineEntry
            key={id}
            title={[device, address].filter(Boolean).join(", ")}
            meta={
              <>
                {endReason ? reasons[endReason] : "Ended by itself after a month"},{" "}
                <Time iso={endedAt.toISOString()} exact={exactText(endedAt, dates)}>
                  {dateTimeText(endedAt, dates)}
                </Time>
              </>
            }
          />
        ))}
      </Timeline>
    </Section>
  );
}

const reasons = {
  signed_out: "Signed out",
  ended_by_user: "Ended from another sign-in",
  password_changed: "Ended when the password was changed",
  second_step_reset: "Ended when your two-step sign-in was reset",
  user_inactivated: "Ended when you were made inactive",
};
