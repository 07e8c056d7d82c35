"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { keepSpotsToOwners } from "#lib/seats/keep-spots-to-owners";
import { letAdminsChangeSpots } from "#lib/seats/let-admins-change-spots";
import { cancelReductionSchema, changeSpotsRuleSchema } from "#lib/seats/schema";

export const cancelReductionAction = accountAction(
  cancelReductionSchema,
  cancelReduction,
  ({ data }) => redirect(`/admin/subscription?cancelled=${data.changeId}`),
);

export const keepSpotsToOwnersAction = accountAction(changeSpotsRuleSchema, keepSpotsToOwners, () =>
  redirect("/admin/subscription?rule=changed"),
);

export const letAdminsChangeSpotsAction = accountAction(
  changeSpotsRuleSchema,
  letAdminsChangeSpots,
  () => redirect("/admin/subscription?rule=changed"),
);
