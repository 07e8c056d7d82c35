"use client";

import { useActionState } from "react";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { TextField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { SubmitButton } from "#components/ui/submit-button";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";
import { type SearchWay, searchWays } from "#lib/support/search-ways";

type FindAccountsFormProps = {
  /** What was searched for just now, to go on from. */
  search: { way: SearchWay; words: string } | null;
  action: FormAction;
};

/**
 * One box, and by what it searches. Sent by post: an address is written down in many places. The
 * digits have no pattern, as a field that is not shown would hold the form up without a word.
 */
export function FindAccountsForm({ search, action }: FindAccountsFormProps) {
  const [state, submit] = useActionState(action, { status: "idle" });
  const chosen = fieldValue(state, "way", search?.way ?? "name");
  return (
    <form action={submit} className="stack" aria-label="Find an account">
      <FormNotice state={state} />
      <ChoiceGroup
        key={chosen}
        className="choices choices-wide items-start"
        legend="Find by"
        error={fieldError(state, "way")}
      >
        {(Object.keys(searchWays) as SearchWay[]).map((way) => (
          <Choice
            key={way}
            name="way"
            value={way}
            defaultChecked={way === chosen}
            title={searchWays[way]}
            description={about[way]}
          >
            {way === "card" && (
              <TextField
                label="Last four digits of the card"
                hint="These four alone. Never enter the full card number."
                name="last4"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={fieldValue(state, "last4")}
                error={fieldError(state, "last4")}
              />
            )}
          </Choice>
        ))}
      </ChoiceGroup>
      <div className="form-narrow">
        <TextField
          label="Search for"
          name="words"
          type="search"
          autoComplete="off"
          required
          defaultValue={fieldValue(state, "words", search?.words)}
          error={fieldError(state, "words")}
        />
      </div>
      <FormActions>
        <SubmitButton pendingLabel="Searching…">Find</SubmitButton>
      </FormActions>
    </form>
  );
}

const about: Record<SearchWay, string> = {
  name: "Parts of it, in any order.",
  email: "The whole address, of any user.",
  card: "The whole name below, and four digits.",
  id: "From the address of its page here.",
};
