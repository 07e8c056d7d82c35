"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { cancelTransfer } from "#lib/transfers/cancel-transfer";
import { cancelTransferSchema, undoTransferSchema } from "#lib/transfers/schema";
import { undoTransfer } from "#lib/transfers/undo-transfer";

export const undoTransferAction = accountAction(undoTransferSchema, undoTransfer, (event, _actor) =>
  redirect(`/transfers/${event.data.transferId}`),
);

export const cancelTransferAction = accountAction(
  cancelTransferSchema,
  cancelTransfer,
  (event, _actor) => redirect(`/transfers/${event.data.transferId}`),
);
