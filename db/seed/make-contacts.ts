import type { CastAccount, CastPerson } from "#db/seed/cast";
import type { Dice } from "#db/seed/dice";
import { mailDomains, nameGroups, streets } from "#db/seed/words";

export type MadeContact = {
  assignee: CastPerson;
  /** When it was added: how many days ago, and at which minute of that day. */
  days: number;
  minute: number;
  details: ReturnType<typeof makeDetails>;
};

const EIGHTEEN_MONTHS = 548;

/** An account's contacts, as many for each person as the cast says, the oldest first. */
export function makeContacts(account: CastAccount, dice: Dice): MadeContact[] {
  const taken = new Set<string>();
  return account.people
    .flatMap((assignee) =>
      Array.from({ length: assignee.contacts }, () => ({
        assignee,
        days: workday(dice, assignee),
        minute: officeMinute(dice),
        details: makeDetails(account, dice, taken),
      })),
    )
    .sort((a, b) => b.days - a.days);
}

function workday(dice: Dice, { joined, left }: CastPerson): number {
  const first = Math.min(joined, EIGHTEEN_MONTHS);
  const last = left?.days ?? 2;
  return last + 1 + dice.below(first - last - 1);
}

/** Of a day in UTC: from nine to six, more or less, where the cast lives. */
export function officeMinute(dice: Dice): number {
  return 14 * 60 + dice.below(9 * 60);
}

function makeDetails(account: CastAccount, dice: Dice, taken: Set<string>) {
  const [city, state, postalCode, area] = dice.pick(account.places);
  const number = () => `(${area}) 555-01${String(dice.below(100)).padStart(2, "0")}`;
  const isOffice = dice.chance(7);
  const [first, last] = isOffice ? ["", ""] : freeName(dice, taken);
  const company = isOffice || dice.chance(42) ? makeCompany(account, dice) : "";
  const domain = company ? `${slug(company, "")}.example` : dice.pick(mailDomains);
  const hasEmail = isOffice || dice.chance(91);
  const local = slug(`${first} ${last}`, ".") || (company ? "office" : "hello");
  return {
    first_name: first,
    last_name: last,
    company,
    email: hasEmail ? freeAddress(local, domain, taken) : "",
    phone: hasEmail && dice.chance(13) ? "" : number(),
    mobile: dice.chance(35) ? number() : "",
    street: dice.chance(88) ? makeStreet(dice) : "",
    city,
    state,
    postal_code: postalCode,
    website: company && dice.chance(70) ? `https://www.${domain}` : "",
  };
}

function freeName(dice: Dice, taken: Set<string>): [first: string, last: string] {
  for (;;) {
    const group = dice.pick(nameGroups);
    const [first, last] = [dice.pick(group.first), dice.pick(group.last)];
    const name = `${first} ${last}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return [first, last];
  }
}

function makeCompany({ companies }: CastAccount, dice: Dice): string {
  return `${dice.pick(companies.firms)} ${dice.pick(companies.trades)}`;
}

export function makeStreet(dice: Dice): string {
  return `${1 + dice.below(480)} ${dice.pick(streets)}`;
}

/** "Zoë Müller" as "zoe.muller"; nothing is left of names in other scripts. */
function slug(text: string, separator: string): string {
  const letters = text.normalize("NFD").replace(/\p{M}|['’]/gu, "");
  const words = letters.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join(separator);
}

function freeAddress(local: string, domain: string, taken: Set<string>): string {
  let address = `${local}@${domain}`;
  for (let n = 2; taken.has(address); n++) address = `${local}${n}@${domain}`;
  taken.add(address);
  return address;
}
