import type { ReactNode } from "react";
import { HelpLink } from "#components/help/help-link";
import { HeldUp } from "#components/shell/held-up";
import { TextLink } from "#components/ui/link";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { HandOverForm } from "#components/users/hand-over-form";
import { usersTrail } from "#components/users/users-trail";
import type { FormAction } from "#lib/form-state";
import { contactsHref } from "#lib/hrefs";
import { plural } from "#lib/plurals";
import type { NextSeat } from "#lib/seats/next-seat";

type HandOverSheetProps = {
  user: { id: string; name: string; email: string | null };
  openSessions: unknown[];
  contacts: number;
  history: number;
  nextSeat: NextSeat | null;
  newcomer: { firstName: string; lastName: string; email: string; role: "admin" | "user" };
  isReadOnly: boolean;
  action: FormAction;
  requestId: string;
  /** What was just done elsewhere so that this can be done. */
  notice?: ReactNode;
};

/** One person leaves and another begins: what an edit must not do, done right in one step. */
export function HandOverSheet(props: HandOverSheetProps) {
  const { user, openSessions, contacts, history, newcomer, action, requestId } = props;
  return (
    <>
      <PageHeader
        title={`Hand over from ${user.name}`}
        aside={<HelpLink page="one-user-is-one-person" />}
        description={user.email}
        breadcrumb={usersTrail}
      />
      {props.notice}
      <HeldUp isReadOnly={props.isReadOnly} isAdmin>
        <HandOverForm
          action={action}
          requestId={requestId}
          user={user}
          newcomer={newcomer}
          nextSeat={props.nextSeat}
          leaving={
            <Section title="Who leaves">
              <ul className="list">
                <li>
                  {user.name} is made inactive: {plural(openSessions.length, "open sign-in")}{" "}
                  {openSessions.length === 1 ? "ends" : "end"} at once.
                </li>
                <li>
                  The user spot that opens is taken by the new person. The bill stays the same.
                </li>
                <li>
                  {contacts > 0 ? (
                    <>
                      <TextLink href={contactsHref(user.id)}>
                        {plural(contacts, "contact")}
                      </TextLink>{" "}
                      {contacts === 1 ? "goes" : "go"} to the new person. This can be undone for 30
                      days.
                    </>
                  ) : (
                    `${user.name} looks after no contacts, so there is nothing to hand over.`
                  )}
                </li>
                <li>
                  {plural(history, "History entry", "History entries")} of {user.name}{" "}
                  {history === 1 ? "keeps its" : "keep their"} author and time.
                </li>
              </ul>
            </Section>
          }
        />
      </HeldUp>
    </>
  );
}
