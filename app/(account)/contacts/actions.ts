"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { addHistoryEntrySchema } from "#lib/history/schema";

export const addHistoryEntryAction = accountAction(
  addHistoryEntrySchema,
  addHistoryEntry,
  (event, _actor, { contactId }) => redirect(`/contacts/${contactId}?added=${event.id}`),
);
