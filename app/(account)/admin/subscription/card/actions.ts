"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { hasCardNumber } from "#lib/cards/card-number";
import { changeCardHolder } from "#lib/cards/change-card-holder";
import { endCardChange } from "#lib/cards/end-card-change";
import { requestCardChange } from "#lib/cards/request-card-change";
import {
  changeCardHolderSchema,
  endCardChangeSchema,
  requestCardChangeSchema,
} from "#lib/cards/schema";

export const changeCardHolderAction = accountAction(
  changeCardHolderSchema,
  changeCardHolder,
  ({ data }) => {
    // What is owed is paid by it, and what stands above every page goes with that.
    refresh();
    redirect(`/admin/subscription/card?done=${data.changeId}`);
  },
  hasCardNumber,
);

export const requestCardChangeAction = accountAction(
  requestCardChangeSchema,
  requestCardChange,
  ({ data }) => redirect(`/admin/subscription/card?done=${data.changeId}`),
  hasCardNumber,
);

export const endCardChangeAction = accountAction(endCardChangeSchema, endCardChange, ({ data }) =>
  redirect(`/admin/subscription/card?done=${data.changeId}`),
);
