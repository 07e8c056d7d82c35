import { z } from "zod";
import { id, requestId } from "#lib/input";

export const undoTransferSchema = z.object({ requestId, transferId: id });
export type UndoTransfer = z.infer<typeof undoTransferSchema>;

export const cancelTransferSchema = z.object({ requestId, transferId: id });
export type CancelTransfer = z.infer<typeof cancelTransferSchema>;
