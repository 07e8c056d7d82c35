import { z } from "zod";
import type { TransferPlan } from "#lib/transfers/plan";
import { PARTS, RECEIVERS, RULE_VALUES } from "#lib/transfers/plan-schema";
import type { PlanChoices } from "#lib/transfers/reassign-address";

export type ChosenPlan = { plan: TransferPlan } | { problem: string };

/** The plan that the choices make, or what is still missing. */
export function chosenPlan(choices: PlanChoices): ChosenPlan {
  if (choices.how === "one") {
    return isId(choices.to)
      ? { plan: { kind: "one", to: choices.to } }
      : { problem: "Choose who receives the contacts." };
  }
  if (choices.how === "even") {
    return sharesOf(choices.among.map((to) => ({ to, parts: 1 })));
  }
  return choices.how === "shares" ? givenShares(choices) : chosenRule(choices);
}

function givenShares({ shares }: PlanChoices): ChosenPlan {
  const given = [...shares]
    .map(([to, parts]) => ({ to, parts: parts.trim() }))
    .filter(({ to, parts }) => isId(to) && parts !== "" && parts !== "0");
  const isWrong = given.some(({ parts }) => !/^[1-9]\d{0,2}$/.test(parts) || Number(parts) > PARTS);
  if (isWrong) return { problem: `A share is a whole number from 1 to ${PARTS}, such as 2.` };
  return sharesOf(given.map(({ to, parts }) => ({ to, parts: Number(parts) })));
}

function sharesOf(shares: { to: string; parts: number }[]): ChosenPlan {
  if (shares.length < 2) return { problem: "Choose at least two colleagues." };
  if (shares.length > RECEIVERS) return { problem: `Choose at most ${RECEIVERS} colleagues.` };
  return { plan: { kind: "shares", shares } };
}

function chosenRule({ by, gets, rest }: PlanChoices): ChosenPlan {
  const values = [...gets]
    .slice(0, RULE_VALUES)
    .map(([value, to]) => ({ value, to: isId(to) ? to : null }));
  const others = isId(rest) ? rest : null;
  if (others === null && values.every(({ to }) => to === null)) {
    return { problem: "Choose who receives at least one of these." };
  }
  return { plan: { kind: "rule", by, values, rest: others } };
}

function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
