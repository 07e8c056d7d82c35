"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { href, seatChangeHref } from "#lib/hrefs";
import { addSeats } from "#lib/seats/add-seats";
import { addSeatsSchema } from "#lib/seats/schema";

export const addSeatsAction = accountAction(
  addSeatsSchema,
  addSeats,
  ({ data }, _actor, { next }) =>
    redirect(next ? href(next, { spots: data.changeId }) : seatChangeHref(data.changeId)),
);
