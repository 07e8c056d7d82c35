"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
import { reassignContactsSchema } from "#lib/transfers/schema";

export const reassignContactsAction = accountAction(
  reassignContactsSchema,
  reassignContacts,
  (event) => redirect(`/transfers/${event.data.transferId}`),
);
