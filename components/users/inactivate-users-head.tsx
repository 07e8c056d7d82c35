import { HelpLink } from "#components/help/help-link";
import { EmailText } from "#components/ui/email-text";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Table, Td, Th } from "#components/ui/table";
import { BackToUsers } from "#components/users/back-to-users";
import { type Colleagues, FindColleagues } from "#components/users/find-colleagues";
import { TheirSchedules } from "#components/users/their-schedules";
import { usersTrail } from "#components/users/users-trail";
import { contactsHref } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

export type InactivateUsersHeadProps = {
  /** The ids that the address names. */
  chosen: string[];
  leavers: {
    id: string;
    name: string;
    email: string | null;
    openSessions: number;
    contacts: number;
    isLarge: boolean;
    successor: string | null;
    canReceive: boolean;
    /** What is scheduled for this person, which this takes the place of. */
    schedule: { id: string; by: string; time: string } | null;
  }[];
  refused: { id: string; name: string; whyNot: RefusalCode | null }[];
  theirSchedules: { id: string; name: string }[];
  colleagues: Colleagues;
};

/** Who it is about, with what each has; apart from them, who cannot be made inactive and why. */
export function InactivateUsersHead(props: InactivateUsersHeadProps) {
  const { chosen, leavers, colleagues } = props;
  const hasContacts = leavers.some(({ contacts }) => contacts > 0);
  return (
    <>
      <PageHeader
        aside={<HelpLink page="several-users-at-once" />}
        title={
          leavers.length > 0
            ? `Make ${plural(leavers.length, "user")} inactive`
            : "Nobody of these can be made inactive"
        }
        breadcrumb={usersTrail}
      />
      <Refused {...props} />
      <TheirSchedules author="Some of these people" schedules={props.theirSchedules} />
      {leavers.length > 0 && <Leavers leavers={leavers} />}
      {hasContacts && (
        <FindColleagues
          colleagues={colleagues}
          path="/admin/users/inactivate"
          then="the lists below then hold whom you found."
          keep={{ user: chosen }}
        />
      )}
    </>
  );
}

function Refused({ chosen, leavers, refused }: InactivateUsersHeadProps) {
  const unknown = chosen.length - leavers.length - refused.length;
  if (unknown + refused.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={`${plural(unknown + refused.length, "user")} you chose cannot be made inactive:`}
      actions={leavers.length === 0 && <BackToUsers />}
    >
      <ul className="list">
        {refused.map(({ id, name, whyNot }) => (
          <li key={id}>{whyNot && whyNotSentence(whyNot, { name })}</li>
        ))}
        {unknown > 0 && <li>{plural(unknown, "entry", "entries")} not of this account.</li>}
      </ul>
    </Notice>
  );
}

function Leavers({ leavers }: Pick<InactivateUsersHeadProps, "leavers">) {
  return (
    <Table caption="Who becomes inactive">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>E-mail</Th>
          <Th align="end">Open sign-ins</Th>
          <Th align="end">Contacts</Th>
          <Th>Default successor</Th>
        </tr>
      </thead>
      <tbody>
        {leavers.map((leaver) => (
          <tr key={leaver.id}>
            <Td lead>
              <span dir="auto">{leaver.name}</span>
              {leaver.schedule && (
                <span className="hint">
                  Scheduled for {leaver.schedule.time} by <bdi>{leaver.schedule.by}</bdi>; happens
                  now instead
                </span>
              )}
            </Td>
            <Td label="E-mail" long>
              {leaver.email && <EmailText address={leaver.email} />}
            </Td>
            <Td label="Open sign-ins" align="end">
              {numberText(leaver.openSessions)}
            </Td>
            <Td label="Contacts" align="end">
              {leaver.contacts > 0 ? (
                <a className="link" href={contactsHref(leaver.id)}>
                  {numberText(leaver.contacts)}
                </a>
              ) : (
                "0"
              )}
            </Td>
            <Td label="Successor">
              <Successor {...leaver} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Successor({ successor, canReceive }: { successor: string | null; canReceive: boolean }) {
  if (!successor) return <span className="muted">None</span>;
  return (
    <>
      <bdi>{successor}</bdi>
      {!canReceive && <span className="hint">inactive, or leaving too</span>}
    </>
  );
}
