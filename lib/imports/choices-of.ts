import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import type { ImportChoicesInput } from "#lib/imports/schema";

/** What a form has chosen, for as many columns as the file has. */
export function choicesOf({ header }: FileFacts, input: ImportChoicesInput): ImportChoices {
  return {
    mapping: header.map((_, column) => input.column[column] ?? null),
    firstRowIsData: input.firstRowIsData === "yes",
    receiverId: input.receiverId,
    known: input.known,
  };
}
