import { EmptyState } from "#components/ui/empty-state";
import { Section } from "#components/ui/section";
import { BackToUsers } from "#components/users/back-to-users";
import { InactivateUsersForm } from "#components/users/inactivate-users-form";
import {
  InactivateUsersHead,
  type InactivateUsersHeadProps,
} from "#components/users/inactivate-users-head";
import type { DateStyle } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { listText, numberText, plural } from "#lib/plurals";
import { describeStay, type OpenSpots } from "#lib/seats/final-step";
import type { Seats } from "#lib/seats/get-seats";
import { scheduledSentence } from "#lib/seats/scheduled-text";
import type { DescribedResults } from "#lib/users/describe-results";
import { AT_ONCE } from "#lib/users/schema";

export type InactivateUsersViewProps = InactivateUsersHeadProps & {
  history: number;
  seats: Seats;
  /** What a spot that opens goes on costing. */
  openSpots: OpenSpots;
  dates: DateStyle;
  isTooMany: boolean;
  action: FormAction<DescribedResults>;
  requestId: string;
};

/** "Make 3 users inactive": every consequence summed up in one sheet, before the click. */
export function InactivateUsersView(props: InactivateUsersViewProps) {
  const { leavers, history, seats, isTooMany } = props;
  const isOne = leavers.length === 1;
  const them = isOne ? (leavers[0]?.name ?? "") : `these ${numberText(leavers.length)} people`;
  const openSessions = sum(leavers.map((leaver) => leaver.openSessions));
  const contacts = sum(leavers.map((leaver) => leaver.contacts));
  const spots = plural(leavers.length, "user spot");
  return (
    <InactivateUsersForm
      action={props.action}
      requestId={props.requestId}
      userIds={leavers.map(({ id }) => id)}
      scheduleIds={leavers.flatMap(({ schedule }) => schedule?.id ?? [])}
      userName={them}
      contacts={contacts}
      isLarge={leavers.some(({ isLarge }) => isLarge)}
      colleagues={props.colleagues.shown}
      byDefault={byDefaultText(leavers)}
      head={<InactivateUsersHead {...props} />}
      nobody={isTooMany ? <TooMany /> : leavers.length === 0 ? <Nobody {...props} /> : null}
      access={
        <Section title="Access" aside={plural(openSessions, "open sign-in")}>
          <p>
            {openSessions > 0 && "All of them end at once. "}
            {isOne ? them : "These people"} cannot sign in again.
          </p>
        </Section>
      }
      rest={
        <>
          <Section title="User spot" aside={`${numberText(seats.total - seats.used)} open now`}>
            <p>
              {spots} {isOne ? "opens" : "open"} at once: {numberText(seats.used - leavers.length)}{" "}
              of {plural(seats.total, "user spot")} used afterwards.{" "}
              {describeStay(props.openSpots, leavers.length, props.dates.locale)}
              {scheduledSentence(seats.scheduled, props.dates)}
            </p>
          </Section>
          <Section title="History" aside={plural(history, "entry", "entries")}>
            <p>Everything they noted stays, with author and time.</p>
          </Section>
        </>
      }
    />
  );
}

/** Said before the click: whose contacts go nowhere by this choice. */
function byDefaultText(leavers: InactivateUsersViewProps["leavers"]): string | null {
  const having = leavers.filter(({ contacts }) => contacts > 0);
  const staying = having.filter(({ canReceive }) => !canReceive).map(({ name }) => name);
  if (staying.length === having.length) return null;
  if (staying.length === 0) return "As the table above names them. Can be undone for 30 days.";
  return `As the table above names them. Contacts of ${listText(staying)} stay: there is no default successor who can receive them.`;
}

function TooMany() {
  return (
    <EmptyState level={1} title="Too many users at once" actions={<BackToUsers />}>
      At most {AT_ONCE} users can be made inactive in one step. Choose fewer.
    </EmptyState>
  );
}

function Nobody(props: InactivateUsersViewProps) {
  if (props.refused.length > 0) return <InactivateUsersHead {...props} />;
  return (
    <EmptyState level={1} title="Nobody is chosen" actions={<BackToUsers />}>
      Tick the users in the table first.
    </EmptyState>
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
