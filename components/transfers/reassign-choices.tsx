import { ColleagueChoice } from "#components/transfers/colleague-choice";
import { RuleChoice } from "#components/transfers/rule-choice";
import { ShareChoice } from "#components/transfers/share-choice";
import { Button, ButtonLink } from "#components/ui/button";
import { ChoiceGroup } from "#components/ui/choice";
import { CheckboxField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { Section } from "#components/ui/section";
import type { Colleagues } from "#components/users/find-colleagues";
import { plural } from "#lib/plurals";
import type { PlanChoices } from "#lib/transfers/reassign-address";

export type ReassignChoicesProps = {
  /** What the address says of which contacts are meant. */
  about: Record<string, string[]>;
  choices: PlanChoices;
  colleagues: Colleagues;
  ruleValues: { value: string; label: string; contacts: number }[];
  total: number;
  hasPreview: boolean;
  /** Where the contacts were chosen. */
  backHref: string;
};

/** Who gets which: a form whose answer is a preview at an address of its own. */
export function ReassignChoices(props: ReassignChoicesProps) {
  const { about, choices, colleagues, hasPreview } = props;
  if (colleagues.shown.length === 0) {
    return (
      <p className="hint">
        {colleagues.search
          ? "No active colleague fits this search."
          : "There is no active colleague here who could receive them."}
      </p>
    );
  }
  return (
    <form action="/contacts/reassign" className="stack">
      {Object.entries({ ...about, how: [choices.how] }).flatMap(([name, values]) =>
        values.map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      {colleagues.search && <input type="hidden" name="colleague" value={colleagues.search} />}
      <input type="hidden" name="preview" value="yes" />
      <Section title="Who receives them">
        <HowChoice {...props} />
      </Section>
      <FormActions>
        <Button type="submit" variant={hasPreview ? "secondary" : "primary"}>
          {hasPreview ? "Preview again" : "Preview"}
        </Button>
        <ButtonLink href={props.backHref} variant="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </form>
  );
}

function HowChoice(props: ReassignChoicesProps) {
  const { choices, colleagues, total } = props;
  if (choices.how === "one") {
    return (
      <ColleagueChoice
        label="Colleague"
        name="to"
        none="Choose a person"
        chosen={choices.to}
        colleagues={colleagues.shown}
      />
    );
  }
  if (choices.how === "even") {
    return (
      <ChoiceGroup
        legend={`Among whom are the ${plural(total, "contact")} split?`}
        hint="Everyone gets the same number, give or take one, old and new contacts alike."
      >
        {colleagues.shown.map(({ id, name, email }) => (
          <CheckboxField
            key={id}
            label={`${name} (${email})`}
            name="among"
            value={id}
            defaultChecked={choices.among.includes(id)}
          />
        ))}
      </ChoiceGroup>
    );
  }
  return choices.how === "shares" ? <ShareChoice {...props} /> : <RuleChoice {...props} />;
}
