"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { quotesCardNumber } from "#lib/cards/card-number";
import { requestOwnerRemoval } from "#lib/owner-requests/request-owner-removal";
import {
  requestOwnerRemovalSchema,
  takeOverOwnerRequestSchema,
  withdrawOwnerRequestSchema,
} from "#lib/owner-requests/schema";
import { takeOverOwnerRequest } from "#lib/owner-requests/take-over-owner-request";
import { withdrawOwnerRequest } from "#lib/owner-requests/withdraw-owner-request";

export const requestOwnerRemovalAction = accountAction(
  requestOwnerRemovalSchema,
  requestOwnerRemoval,
  toResult,
  quotesCardNumber,
);

export const withdrawOwnerRequestAction = accountAction(
  withdrawOwnerRequestSchema,
  withdrawOwnerRequest,
  toResult,
  quotesCardNumber,
);

export const takeOverOwnerRequestAction = accountAction(
  takeOverOwnerRequestSchema,
  takeOverOwnerRequest,
  toResult,
);

function toResult({ id }: { id: string }): never {
  redirect(`/admin/owner-request?done=${id}`);
}
