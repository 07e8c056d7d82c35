"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { nameBook } from "#lib/books/name-book";
import { nameBookSchema } from "#lib/books/schema";
import { chooseContactView } from "#lib/contacts/choose-contact-view";
import { contactTableHref } from "#lib/contacts/filter";
import { chooseContactViewSchema } from "#lib/contacts/view-schema";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { addHistoryEntrySchema } from "#lib/history/schema";

export const addHistoryEntryAction = accountAction(
  addHistoryEntrySchema,
  addHistoryEntry,
  (event, _actor, { contactId }) => redirect(`/contacts/${contactId}?added=${event.id}`),
);

export const chooseContactViewAction = accountAction(
  chooseContactViewSchema,
  chooseContactView,
  (_result, _actor, filter) => redirect(contactTableHref(filter)),
);

export const nameBookAction = accountAction(
  nameBookSchema,
  nameBook,
  (_event, _actor, { assigneeId, book }) =>
    redirect(contactTableHref({ assignee: assigneeId, book })),
);
