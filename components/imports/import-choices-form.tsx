"use client";

import { type ReactNode, useActionState } from "react";
import { MappingTable } from "#components/imports/mapping-table";
import { Choice, ChoiceGroup } from "#components/ui/choice";
import { CheckboxField, SelectField } from "#components/ui/field";
import { FormActions } from "#components/ui/form-actions";
import { FormNotice } from "#components/ui/form-notice";
import { Section } from "#components/ui/section";
import { SubmitButton } from "#components/ui/submit-button";
import type { Colleagues } from "#components/users/find-colleagues";
import { type FormAction, fieldError, fieldValue } from "#lib/form-state";
import type { ImportChoices } from "#lib/imports/file-facts";
import type { FileShape } from "#lib/imports/sniff";

export type OpenChoices = {
  shape: FileShape;
  choices: ImportChoices;
  columns: { name: string; values: string[] }[];
  colleagues: Colleagues;
};

type ImportChoicesFormProps = OpenChoices & {
  action: FormAction;
  importId: string;
  requestId: string;
  /** What the choices so far come to, rendered on the server. */
  children: ReactNode;
};

export function ImportChoicesForm(props: ImportChoicesFormProps) {
  const { action, importId, requestId, shape, choices, columns, colleagues, children } = props;
  const [state, submit] = useActionState(action, { status: "idle" });
  const known = fieldValue(state, "known", choices.known);
  const isTable = shape.format === "csv";
  return (
    <form key={requestId} action={submit} className="stack">
      <FormNotice state={state} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="requestId" value={requestId} />
      {isTable && (
        <Section title="What the columns fill" description={shapeText(shape)} flush>
          <MappingTable state={state} columns={columns} mapping={choices.mapping} />
        </Section>
      )}
      {isTable && (
        <CheckboxField
          label="The first row is a contact, too"
          hint="For a file whose first row does not name the columns."
          name="firstRowIsData"
          value="yes"
          defaultChecked={
            state.status === "idle"
              ? choices.firstRowIsData
              : fieldValue(state, "firstRowIsData") === "yes"
          }
        />
      )}
      {children}
      {isTable && (
        <FormActions>
          <SubmitButton name="intent" value="preview" variant="secondary" pendingLabel="Looking…">
            Show what the first rows become
          </SubmitButton>
        </FormActions>
      )}
      <Section title="Who gets them">
        <SelectField
          label="Assignee"
          name="receiverId"
          defaultValue={fieldValue(state, "receiverId", choices.receiverId)}
          error={fieldError(state, "receiverId")}
        >
          {colleagues.shown.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name} ({email})
            </option>
          ))}
        </SelectField>
      </Section>
      <ChoiceGroup
        legend="What happens to contacts that are here already?"
        hint="One is known by its e-mail; without one by its name, company and phone together."
        error={fieldError(state, "known")}
      >
        <Choice
          name="known"
          value="leave"
          defaultChecked={known === "leave"}
          title="Leave them as they are"
          description="Only contacts that are not here yet are added."
        />
        <Choice
          name="known"
          value="update"
          defaultChecked={known === "update"}
          title="Bring them up to date"
          description="What the file says takes the place of what stands here; what it leaves empty stays. Their assignee stays, too."
        />
      </ChoiceGroup>
      <FormActions>
        <SubmitButton name="intent" value="start" pendingLabel="Starting…">
          Start the import
        </SubmitButton>
      </FormActions>
    </form>
  );
}

const encodingTexts = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};
const delimiterTexts = { ",": "commas", ";": "semicolons", "\t": "tabs" };

function shapeText(shape: Extract<FileShape, { format: "csv" }>): string {
  return `Read as ${encodingTexts[shape.encoding]}, separated by ${delimiterTexts[shape.delimiter]}.`;
}
