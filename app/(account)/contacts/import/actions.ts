"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { cancelImport } from "#lib/imports/cancel-import";
import { previewImport } from "#lib/imports/preview-import";
import { cancelImportSchema, importChoicesSchema } from "#lib/imports/schema";
import { startImport } from "#lib/imports/start-import";

export const importContactsAction = accountAction(
  importChoicesSchema,
  (actor, input): Promise<unknown> =>
    input.intent === "preview" ? previewImport(actor, input) : startImport(actor, input),
  (_result, _actor, { importId }) => redirect(`/contacts/import/${importId}`),
);

export const cancelImportAction = accountAction(
  cancelImportSchema,
  cancelImport,
  (_event, _actor, { importId }) => redirect(`/contacts/import/${importId}`),
);
