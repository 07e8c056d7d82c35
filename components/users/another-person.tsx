import { HelpLink } from "#components/help/help-link";
import { ButtonLink } from "#components/ui/button";
import { Choice } from "#components/ui/choice";
import { Notice } from "#components/ui/notice";
import { ReasonField } from "#components/users/reason-field";
import { type FormState, fieldError, fieldValue } from "#lib/form-state";
import { href } from "#lib/hrefs";
import { fullName } from "#lib/users/full-name";

type AnotherPersonProps = { state: FormState; user: { id: string; name: string } };

/** Where an edit would exchange the person: the right path, filled in, and the way for the same one. */
export function AnotherPerson({ state, user: { id, name } }: AnotherPersonProps) {
  const reasonIsMissing = fieldError(state, "samePersonReason");
  const firstName = fieldValue(state, "firstName");
  const lastName = fieldValue(state, "lastName");
  // Where the name stayed, it is not the new person's.
  const isNamed = fullName({ firstName, lastName }) !== name;
  const newcomer = {
    ...(isNamed && { first: firstName, last: lastName }),
    email: fieldValue(state, "email"),
    role: fieldValue(state, "role"),
  };
  return (
    <Notice
      tone="warn"
      focus={state}
      title={state.status === "refused" ? state.sentence : "Nothing was changed yet."}
    >
      <p className="mb-3">
        If {name} leaves and somebody else begins, hand over instead: access of {name} ends, the new
        person gets the user spot that opens and the contacts, and what {name} noted keeps its
        author.
      </p>
      <p className="cluster mb-3">
        <ButtonLink href={href(`/admin/users/${id}/hand-over`, newcomer)} variant="primary">
          Hand over to the new person
        </ButtonLink>
        <HelpLink page="one-user-is-one-person">Why a user stays one person</HelpLink>
      </p>
      <Choice
        type="checkbox"
        name="isSamePerson"
        value="yes"
        defaultChecked={reasonIsMissing !== undefined}
        title="It is the same person"
        description="After a marriage, for example, or a new name of one's own. The old address and the Account Owners are told. Give the reason, and save again."
      >
        <ReasonField state={state} name="samePersonReason" />
      </Choice>
    </Notice>
  );
}
