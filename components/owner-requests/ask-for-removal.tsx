import {
  RequestOwnerRemovalForm,
  type RequestOwnerRemovalFormProps,
} from "#components/owner-requests/request-owner-removal-form";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Section, Sheet } from "#components/ui/section";
import { type Colleagues, FindColleagues } from "#components/users/find-colleagues";
import { type DateStyle, dateTimeText } from "#lib/dates";
import { listText, plural } from "#lib/plurals";
import { whyNotSentence } from "#lib/refusal";

export type AskForRemovalProps = {
  owners: RequestOwnerRemovalFormProps["owners"];
  /** Whom the address names. */
  chosen: string | undefined;
  successors: Colleagues;
  /** How long Owners have for an objection, and until when that would be now. */
  hours: number;
  waitsUntil: Date;
  dates: DateStyle;
  requestId: string;
  supportEmail: string;
  requestAction: RequestOwnerRemovalFormProps["action"];
};

/** What asking does, said before the click, and the form; or why there is nobody to ask about. */
export function AskForRemoval(props: AskForRemovalProps) {
  const { owners, successors, supportEmail } = props;
  const cardHolder = owners.find(({ isKept }) => isKept);
  const canAsk = owners.some(({ canBeAskedAbout }) => canBeAskedAbout);
  const isLast = owners.length === 1;
  const lacksSuccessor = isLast && successors.shown.length === 0 && !successors.search;
  return (
    <>
      {cardHolder && (
        <Notice
          tone="warn"
          title={whyNotSentence("case_card_holder_asks", { name: cardHolder.name, supportEmail })}
          actions={<ButtonLink href="/admin/subscription/card">Change card holder</ButtonLink>}
        />
      )}
      {canAsk && lacksSuccessor && (
        <Notice
          tone="warn"
          title="There is nobody yet who could be the next Account Owner."
          actions={<ButtonLink href="/admin/users">Manage Users</ButtonLink>}
        >
          {owners[0]?.name} is the last one. Make somebody an admin, and have them sign in once.
        </Notice>
      )}
      {canAsk && !lacksSuccessor && (
        <>
          <FindColleagues
            colleagues={successors}
            path="/admin/owner-request"
            then="the next Account Owner is then chosen from whom you found."
            keep={props.chosen ? { owner: [props.chosen] } : {}}
          />
          <Sheet>
            <Section title="What happens">
              <WhatHappens {...props} />
            </Section>
            <Section title="Your request">
              <RequestOwnerRemovalForm
                action={props.requestAction}
                requestId={props.requestId}
                owners={owners}
                chosen={props.chosen}
                successors={successors.shown}
                isLast={isLast}
              />
            </Section>
          </Sheet>
        </>
      )}
    </>
  );
}

function WhatHappens({ owners, hours, waitsUntil, dates }: AskForRemovalProps) {
  const names = listText(owners.map(({ name }) => name));
  return (
    <ul className="list">
      <li>
        {owners.length === 1 ? "The Account Owner is" : "Every Account Owner is"} told by e-mail at
        once, with your name and your reason, and can object: <bdi>{names}</bdi>.
      </li>
      <li>
        {hours === 0
          ? "Nothing happens before our support has checked it."
          : `Nothing happens for ${plural(hours, "hour")}, until ${dateTimeText(waitsUntil, dates)}, unless the Account Owner concerned agrees before.`}
      </li>
      <li>
        One person of our support checks it and another one carries it out. An objection stops it
        until a lead of our support has decided.
      </li>
      <li>
        Then Make Inactive is back in that person’s row. Our support makes nobody inactive: that
        stays with you.
      </li>
      <li>
        You can withdraw it until then, and after 30 days it expires. Every step shows here and in
        the account log, with names.
      </li>
    </ul>
  );
}
