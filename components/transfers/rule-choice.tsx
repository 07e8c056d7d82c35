import { ColleagueChoice } from "#components/transfers/colleague-choice";
import type { ReassignChoicesProps } from "#components/transfers/reassign-choices";
import { ChoiceGroup } from "#components/ui/choice";
import { FilterLinks } from "#components/ui/filter-links";
import { href } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";
import type { RuleField } from "#lib/transfers/plan";

/** For each value that occurs who gets its contacts, or that they stay. */
export function RuleChoice({
  about,
  choices,
  colleagues,
  ruleValues,
  total,
}: ReassignChoicesProps) {
  const { by, gets, rest } = choices;
  const named = ruleValues.reduce((sum, { contacts }) => sum + contacts, 0);
  return (
    <div className="stack">
      <FilterLinks
        label="What the rule goes by"
        links={rules.map(({ by: field, label }) => ({
          label,
          href: href("/contacts/reassign", { ...about, how: "rule", by: field }),
          current: field === by,
        }))}
      />
      <input type="hidden" name="by" value={by} />
      <ChoiceGroup legend={`Who gets which ${nouns[by]}?`} hint={hintOf(ruleValues.length)} wide>
        {ruleValues.map(({ value, label, contacts }) => (
          <div key={value}>
            <input type="hidden" name="value" value={value} />
            <ColleagueChoice
              label={sentence`${label || `No ${nouns[by]}`} (${numberText(contacts)})`}
              name="gets"
              none="They stay where they are"
              chosen={gets.get(value) ?? ""}
              colleagues={colleagues.shown}
            />
          </div>
        ))}
        {total > named && (
          <ColleagueChoice
            label={`All others (${plural(total - named, "contact")})`}
            name="rest"
            none="They stay where they are"
            chosen={rest}
            colleagues={colleagues.shown}
          />
        )}
      </ChoiceGroup>
    </div>
  );
}

function hintOf(values: number): string {
  const which = values < 50 ? "These occur" : "These occur most often";
  return `${which}, with how many contacts have each; upper and lower case and accents count alike.`;
}

const rules: { by: RuleField; label: string }[] = [
  { by: "state", label: "By state" },
  { by: "company", label: "By company" },
  { by: "letter", label: "By first letter of the name" },
];
const nouns: Record<RuleField, string> = {
  state: "state",
  company: "company",
  letter: "first letter",
};
