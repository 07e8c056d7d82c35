"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { undoTransferSchema } from "#lib/transfers/schema";
import { undoTransfer } from "#lib/transfers/undo-transfer";

export const undoTransferAction = accountAction(undoTransferSchema, undoTransfer, (event, _actor) =>
  redirect(`/transfers/${event.data.transferId}`),
);
