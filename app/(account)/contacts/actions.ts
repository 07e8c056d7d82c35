"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { nameBook } from "#lib/books/name-book";
import { nameBookSchema } from "#lib/books/schema";
import { addContact } from "#lib/contacts/add-contact";
import { chooseContactView } from "#lib/contacts/choose-contact-view";
import { deleteContact } from "#lib/contacts/delete-contact";
import { editContact } from "#lib/contacts/edit-contact";
import { contactTableHref } from "#lib/contacts/filter";
import { mergeContacts } from "#lib/contacts/merge-contacts";
import { restoreContact } from "#lib/contacts/restore-contact";
import {
  addContactSchema,
  deleteContactSchema,
  editContactSchema,
  mergeContactsSchema,
  restoreContactSchema,
} from "#lib/contacts/schema";
import { chooseContactViewSchema } from "#lib/contacts/view-schema";
import { addHistoryEntry } from "#lib/history/add-history-entry";
import { addHistoryEntrySchema } from "#lib/history/schema";

export const addHistoryEntryAction = accountAction(
  addHistoryEntrySchema,
  addHistoryEntry,
  (event, _actor, { contactId }) => redirect(`/contacts/${contactId}?added=${event.id}`),
);

export const addContactAction = accountAction(addContactSchema, addContact, ({ id, data }) =>
  redirect(`/contacts/${data.contactId}?done=${id}`),
);

export const editContactAction = accountAction(editContactSchema, editContact, ({ id, data }) =>
  redirect(`/contacts/${data.contactId}?done=${id}`),
);

export const mergeContactsAction = accountAction(
  mergeContactsSchema,
  mergeContacts,
  ({ id, data }) => redirect(`/contacts/${data.contactId}?done=${id}`),
);

export const deleteContactAction = accountAction(deleteContactSchema, deleteContact, ({ data }) =>
  redirect(`/contacts/${data.contactId}`),
);

export const restoreContactAction = accountAction(
  restoreContactSchema,
  restoreContact,
  ({ id, data }) => redirect(`/contacts/${data.contactId}?done=${id}`),
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
