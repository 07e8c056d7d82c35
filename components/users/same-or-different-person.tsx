import { ButtonLink } from "#components/ui/button";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { Notice } from "#components/ui/notice";
import type { FormState } from "#lib/form-state";

type SameOrDifferentPersonProps = {
  state: Extract<FormState, { status: "refused" }>;
  /** Which button sends the form again. */
  button?: string;
};

/** The two ways on for an address that belongs to an inactive user (domain rule 18). */
export function SameOrDifferentPerson({ state, button = "Add user" }: SameOrDifferentPersonProps) {
  const { facts } = state;
  return (
    <Notice tone="warn" focus={state} title={state.sentence}>
      <p className="cluster mb-3">
        <ButtonLink href={`/admin/users/${facts.userId}/reactivate`}>
          Same person: make {facts.name} active
        </ButtonLink>
      </p>
      <ChoiceGroup legend="Or a different person, with a shared mailbox or the same name:">
        <Choice
          type="checkbox"
          name="takesEmailFrom"
          value={facts.userId}
          title={`A different person takes over ${facts.email}`}
          description={`${facts.name} stays inactive and keeps it as a former address, shown in the table and the log. The new person gets an identity of their own. Tick this and click ${button} again.`}
        />
      </ChoiceGroup>
    </Notice>
  );
}
