import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice";
import { type DateStyle, dateTimeText, timeZoneText } from "#lib/dates";
import { listText } from "#lib/plurals";
import type { InactivationPlan } from "#lib/users/schema";

export type ShownSchedule = {
  id: string;
  runAt: Date;
  createdAt: Date;
  by: string;
  /** Why it was refused; null while it is open. */
  refusal: string | null;
  plan: InactivationPlan;
  successors: { id: string; name: string }[];
  timeZone: string;
  wallTime: string;
  comesTwice: boolean;
};

type ScheduleNoticeProps = {
  user: { id: string; name: string };
  schedule: ShownSchedule;
  dates: DateStyle;
  /** Whether it is what one comes to see, and takes the focus. */
  isResult?: boolean;
  actions?: ReactNode;
};

/** When a user becomes inactive, as whom scheduled it and with what plan; or why it was refused. */
export function ScheduleNotice(props: ScheduleNoticeProps) {
  const { user, schedule, dates, isResult, actions } = props;
  const { runAt, createdAt, by, refusal } = schedule;
  const time = dateTimeText(runAt, dates);
  if (refusal) {
    return (
      <Notice
        tone="warn"
        title={`${user.name} was not made inactive on ${time}, as ${by} had scheduled.`}
      >
        {refusal}
      </Notice>
    );
  }
  return (
    <Notice
      tone={isResult ? "ok" : "info"}
      focus={isResult && schedule.id}
      title={`${user.name} becomes inactive on ${time}.`}
      actions={actions}
    >
      {by} scheduled it on {dateTimeText(createdAt, dates)}, in the time zone{" "}
      {timeZoneText(schedule.timeZone)}.{" "}
      {schedule.comesTwice && "The clock shows that time twice that night: the first one counts. "}
      {planText(user.name, schedule)}
    </Notice>
  );
}

function planText(name: string, { plan, successors }: ShownSchedule): string {
  const names = listText(successors.map((successor) => successor.name));
  const contacts =
    successors.length === 0
      ? `Contacts stay with ${name}.`
      : `Contacts ${successors.length === 1 ? "go to" : "are split among"} ${names}.`;
  return contacts + (plan.tell ? ` ${name} is told by e-mail.` : "");
}
