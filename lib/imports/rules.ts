import { namingFields } from "#lib/contacts/schema";
import type { ImportField } from "#lib/imports/fields";
import type { FileFacts, ImportChoices } from "#lib/imports/file-facts";
import type { RefusalCode } from "#lib/refusal";

/** A file whose columns name nobody would be wrong row by row. */
export function whyNotStart(
  { shape }: Pick<FileFacts, "shape">,
  { mapping }: Pick<ImportChoices, "mapping">,
): RefusalCode | null {
  if (shape.format === "vcard") return null;
  const naming: ImportField[] = ["fullName", ...namingFields];
  return naming.some((field) => mapping.includes(field)) ? null : "import_maps_nothing";
}
