import type { ReactNode } from "react";
import { HelpLink } from "#components/help/help-link";
import { ChangedReductionText } from "#components/seats/changed-reduction-text";
import { ButtonLink } from "#components/ui/button";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { BackToUsers } from "#components/users/back-to-users";
import { ReactivateUserForm } from "#components/users/reactivate-user-form";
import { usersTrail } from "#components/users/users-trail";
import type { EventData } from "#lib/audit/events";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { contactsHref } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";
import { type RefusalCode, refusalWayOn, whyNotSentence } from "#lib/refusal";
import type { NextSeat } from "#lib/seats/next-seat";

type ReactivateUserViewProps = {
  user: {
    id: string;
    name: string;
    email: string | null;
    formerEmail: string | null;
    status: "active" | "inactive";
    hasPassword: boolean;
    inactivatedAt: Date | null;
    inactivatedByName: string | null;
  };
  seats: { total: number; used: number };
  nextSeat: NextSeat | null;
  contacts: number;
  /** The latest one, if there was any. */
  reactivation: { at: Date; by: string; data: EventData["user.reactivated"] } | null;
  /** What went to others with the inactivation and can come back. */
  handedOver: { transferId: string; contacts: number } | null;
  /** The reassignment of all these contacts that is under way. */
  preparing: string | null;
  whyNot: RefusalCode | null;
  dates: DateStyle;
  action: FormAction;
  requestId: string;
  /** What was just done elsewhere so that this can be done. */
  notice?: ReactNode;
};

/** "Make NAME active": takes an open spot, or says why not; afterwards, that it was done. */
export function ReactivateUserView(props: ReactivateUserViewProps) {
  const { user, seats, contacts, whyNot, dates } = props;
  const isActive = user.status === "active";
  const by = user.inactivatedByName ? ` by ${user.inactivatedByName}` : "";
  return (
    <>
      <PageHeader
        title={isActive ? `${user.name} is active` : `Make ${user.name} active`}
        description={user.email ?? `formerly ${user.formerEmail}`}
        aside={<HelpLink page="making-a-user-active-again" />}
        breadcrumb={usersTrail}
      />
      {props.notice}
      {isActive ? (
        <NowActive {...props} />
      ) : whyNot ? (
        <Notice
          tone="warn"
          title={whyNotSentence(whyNot, { name: user.name })}
          actions={
            <>
              <WayOn why={whyNot} userId={user.id} />
              <BackToUsers variant="quiet" />
            </>
          }
        />
      ) : (
        <>
          <Section title="What changes">
            <ul className="list">
              {user.inactivatedAt && (
                <li>
                  Inactive since {dateTimeText(user.inactivatedAt, dates)}
                  {by}. From now on {user.name} can sign in again.
                </li>
              )}
              <li>
                One open user spot is taken: {numberText(seats.used + 1)} of{" "}
                {plural(seats.total, "user spot")} used afterwards.
              </li>
              <li>Earlier sign-ins and links stay ended.</li>
              <li>
                {contacts > 0 ? (
                  <>
                    <TextLink href={contactsHref(user.id)}>{plural(contacts, "contact")}</TextLink>{" "}
                    still {contacts === 1 ? "lies" : "lie"} with {user.name}.
                  </>
                ) : (
                  "Contacts that were given to others stay with them."
                )}
              </li>
              {props.preparing && (
                <li>
                  These contacts are{" "}
                  <TextLink href={`/transfers/${props.preparing}`}>
                    being prepared for others
                  </TextLink>
                  . That goes on unless you cancel it there.
                </li>
              )}
            </ul>
          </Section>
          <ReactivateUserForm
            action={props.action}
            userId={user.id}
            requestId={props.requestId}
            needsEmail={user.email === null}
            nextSeat={props.nextSeat}
          />
        </>
      )}
    </>
  );
}

function WayOn({ why, userId }: { why: RefusalCode; userId: string }) {
  const wayOn = refusalWayOn(why, userId);
  return wayOn && <ButtonLink href={wayOn.href}>{wayOn.label}</ButtonLink>;
}

/** What was done a moment or a year ago, or that there was nothing to do. */
function NowActive(props: ReactivateUserViewProps) {
  const { user, seats, reactivation, handedOver, preparing, dates } = props;
  const used = `${numberText(seats.used)} of ${plural(seats.total, "user spot")} used`;
  if (!reactivation)
    return <Notice title={`${user.name} was never inactive.`} actions={<BackToUsers />} />;
  const { at, by, data } = reactivation;
  return (
    <Notice
      tone="ok"
      focus
      title={`${by} made ${user.name} active on ${dateTimeText(at, dates)}.`}
      actions={
        <>
          {!user.hasPassword && (
            <ButtonLink href={`/admin/users/${user.id}/link`}>Make a password link</ButtonLink>
          )}
          {preparing && (
            <ButtonLink href={`/transfers/${preparing}`}>
              See the reassignment that is under way
            </ButtonLink>
          )}
          {handedOver && (
            <ButtonLink href={`/transfers/${handedOver.transferId}`}>
              Get {plural(handedOver.contacts, "contact")} back
            </ButtonLink>
          )}
          <BackToUsers />
        </>
      }
    >
      {used} now. Earlier sign-ins and links stay ended;{" "}
      {user.hasPassword
        ? `${user.name} signs in anew.`
        : `${user.name} has no password yet and needs a link to choose one.`}
      {data.reduction && (
        <p className="mt-1">
          <ChangedReductionText {...data.reduction} />
        </p>
      )}
    </Notice>
  );
}
