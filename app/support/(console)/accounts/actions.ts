"use server";

import { redirect } from "next/navigation";
import { supportAction } from "#lib/action";
import type { AgentRole } from "#lib/actor";
import { hasCardNumber, quotesCardNumber } from "#lib/cards/card-number";
import { findAccountsSchema } from "#lib/support/account-search";
import { findAccounts } from "#lib/support/find-accounts";
import { lookIntoAccount } from "#lib/support/look-into-account";
import { lookSchema } from "#lib/support/look-schema";

const everyRole: AgentRole[] = ["agent", "technical", "lead"];

export const findAccountsAction = supportAction(
  everyRole,
  findAccountsSchema,
  findAccounts,
  (search) => redirect(`/support/accounts?search=${search}`),
  hasCardNumber,
);

export const lookIntoAccountAction = supportAction(
  everyRole,
  lookSchema,
  lookIntoAccount,
  (account) => redirect(`/support/accounts/${account}`),
  quotesCardNumber,
);
