import type { CastAccount, CastPerson } from "#db/seed/cast";
import type { Dice } from "#db/seed/dice";
import { type MadeContact, makeStreet, officeMinute } from "#db/seed/make-contacts";

export type MadeEntry = {
  contact: MadeContact;
  author: CastPerson;
  kind: string;
  body: string;
  days: number;
  minute: number;
};

/** What was done with the contacts: the beginning of a story with each, the oldest first. */
export function makeHistory(account: CastAccount, contacts: MadeContact[], dice: Dice) {
  return contacts
    .flatMap((contact) => makeEntries(account, contact, dice))
    .sort((a, b) => b.days - a.days || a.minute - b.minute);
}

function makeEntries({ people, stories }: CastAccount, contact: MadeContact, dice: Dice) {
  if (dice.chance(14)) return [];
  const story = dice.pick(contact.details.company ? stories.company : stories.person);
  const fill = makeFiller(contact, dice);
  const entries: MadeEntry[] = [];
  let days = contact.days;
  let minute = contact.minute + 1 + dice.below(20);
  for (const step of story.slice(0, 1 + dice.below(story.length))) {
    const [kind = "", body = ""] = step.split(/: (.*)/);
    const author = chooseAuthor(people, contact.assignee, days, dice);
    entries.push({ contact, author, kind, body: fill(body), days, minute });
    days -= 1 + dice.below(9 * entries.length);
    minute = officeMinute(dice);
    if (days < 1) break;
  }
  return entries;
}

/** Fills in what a story leaves open: the same house and price from its first step to its last. */
function makeFiller({ details }: MadeContact, dice: Dice): (text: string) => string {
  const open: Record<string, string> = {
    street: makeStreet(dice),
    home: details.street || makeStreet(dice),
    price: `$${240 + 5 * dice.below(130)},000`,
    rent: `$${(1150 + 50 * dice.below(40)).toLocaleString("en-US")}`,
    day: dice.pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]),
  };
  return (text) => text.replace(/\{(\w+)\}/g, (_, name) => open[name] ?? "");
}

/** Mostly the assignee, else a colleague; only people who were there on that day. */
function chooseAuthor(people: CastPerson[], assignee: CastPerson, days: number, dice: Dice) {
  const isThere = ({ joined, left }: CastPerson) => joined > days && days > (left?.days ?? 0);
  if (isThere(assignee) && dice.chance(78)) return assignee;
  return dice.pick(people.filter(isThere));
}
