"use server";

import { redirect } from "next/navigation";
import { accountAction } from "#lib/action";
import { seatChangeHref } from "#lib/hrefs";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { reduceSeatsSchema } from "#lib/seats/schema";

export const reduceSeatsAction = accountAction(reduceSeatsSchema, reduceSeats, ({ data }) =>
  redirect(seatChangeHref(data.changeId)),
);
