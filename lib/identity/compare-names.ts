import { areOtherGivenNames, isGivenName, isSameGivenName } from "./given-names";
import { isSameSurname, isSurnameWrittenFirst, particles, titles } from "./name-words";
import { isLatin, isTypoOf, soundOf, wordsOf } from "./spelling";

/** The words of a name without its titles, by field and all together. */
export type Name = { first: string[]; last: string[]; all: string[] };

/** What an edit left of a name: all, the given name, the surname, or nothing. */
export type Kept = "name" | "first" | "last" | "nothing";

/** None, perhaps (an initial, a slip in a short word), surely. */
type Closeness = 0 | 1 | 2;
type Field = "first" | "last";

export function nameOf(firstName: string, lastName: string): Name {
  const [first, last] = [carryingWords(firstName), carryingWords(lastName)];
  return { first, last, all: [...first, ...last] };
}

function carryingWords(field: string): string[] {
  const words = wordsOf(field);
  const untitled = words.filter((word) => !titles.has(word));
  return untitled.length > 0 ? untitled : words;
}

/** With the surname last, where surname or address show that it was written first: Wang Xiaoming. */
export function withSurnameLast(name: Name, address: string[]): Name {
  const [first, last] = [name.first[0] ?? "", name.last[0] ?? ""];
  const isTurned =
    name.last.length > 0 &&
    isSurnameWrittenFirst(first) &&
    (isTurnedIn(address, name) || !(isSurnameWrittenFirst(last) || isGivenName(first)));
  return isTurned ? { ...name, first: name.last, last: name.first } : name;
}

function isTurnedIn(address: string[], { first, last }: Name): boolean {
  const [begin = "", end = ""] = [address[0], address.at(-1)];
  return address.length > 1 && first.includes(end) && [...last, last.join("")].includes(begin);
}

export function whatWasKept(known: Name, next: Name): Kept {
  if (isSameInAnotherOrder(known, next)) return "name";
  const first = closenessOf(known.first, next.first, "first");
  const last = closenessOf(known.last, next.last, "last");
  if (first > 0 && last > 0) return "name";
  if (first === 2) {
    if (known.last.length === 0 || next.last.length === 0) return "name";
    return isSpelledAlike(known.first, next.first) ? "first" : "nothing";
  }
  return last === 2 ? "last" : "nothing";
}

/** Whether the words are the same, whichever field they are in and however they are joined. */
function isSameInAnotherOrder(known: Name, next: Name): boolean {
  const [one, other] = [soundOf(known.all.join("")), soundOf(next.all.join(""))];
  if (one === other || one === soundOf([...next.last, ...next.first].join(""))) return true;
  if (
    closenessOf(known.first, next.last, "first") === 2 &&
    closenessOf(known.last, next.first, "first") === 2
  ) {
    return true;
  }
  const [fewer, more] = [core(known.all), core(next.all)].sort((a, b) => a.length - b.length);
  const isOneField = [known, next].some(({ first, last }) => !first.length || !last.length);
  if (!fewer || !more || fewer.length < (isOneField ? 1 : 2)) return false;
  const left = [...more];
  return fewer.every((word) => {
    const at = left.findIndex((candidate) => surelySame(word, candidate));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Beside a new surname Lisa is still Elisabeth, but Jan is no longer Sean. */
function isSpelledAlike(known: string[], next: string[]): boolean {
  const [one, other] = [soundOf(known[0] ?? ""), soundOf(next[0] ?? "")];
  return (
    soundOf(known.join("")) === soundOf(next.join("")) ||
    one.slice(0, 2) === other.slice(0, 2) ||
    one.includes(other.slice(0, 3)) ||
    other.includes(one.slice(0, 3))
  );
}

function closenessOf(known: string[], next: string[], field: Field): Closeness {
  if (known.length === 0 || next.length === 0) return 0;
  const joined = wordCloseness(known.join(""), next.join(""), field);
  const [fewer, more] = [known, next]
    .map((words) => (field === "last" ? core(words) : written(words)))
    .sort((a, b) => a.length - b.length);
  const best = (fewer ?? []).map((word) =>
    Math.max(...(more ?? []).map((other) => wordCloseness(word, other, field))),
  );
  // One surname of two is enough; of two given names, the other must not contradict.
  const apart = field === "last" ? Math.max(...best) : Math.min(...best);
  return Math.max(joined, apart) as Closeness;
}

/** Without particles, and without initials beside a written name. */
function core(words: string[]): string[] {
  const carrying = written(words.filter((word) => !particles.has(word)));
  return carrying.length > 0 ? carrying : words;
}

function written(words: string[]): string[] {
  const long = words.filter((word) => word.length > 1);
  return long.length > 0 ? long : words;
}

const surelySame = (one: string, other: string) =>
  !areOtherGivenNames(one, other) &&
  (wordCloseness(one, other, "first") === 2 || wordCloseness(one, other, "last") === 2);

function wordCloseness(one: string, other: string, field: Field): Closeness {
  if (one === other) return one.length === 1 && isLatin(one) ? 1 : 2;
  if (!isLatin(one) || !isLatin(other)) return 0;
  const [shorter = "", longer = ""] = [one, other].sort((a, b) => a.length - b.length);
  if (shorter.length === 1) return longer.startsWith(shorter) ? 1 : 0;
  if (soundOf(one) === soundOf(other)) return 2;
  if (field === "first" && isSameGivenName(one, other)) return 2;
  if (field === "first" && areOtherGivenNames(one, other)) return 0;
  if (field === "last" && isSameSurname(one, other)) return 2;
  if (isTypoOf(one, other)) return longer.length > 5 && one[0] === other[0] ? 2 : 1;
  return isPartOf(shorter, longer, field);
}

/** Vlad of Vladimir, Novák of Nováková, Masri of Almasri. */
function isPartOf(shorter: string, longer: string, field: Field): Closeness {
  if (field === "first") {
    if (!longer.startsWith(shorter) || shorter.length < 3) return 0;
    return shorter.length > 3 ? 2 : 1;
  }
  const isEnd = longer.startsWith(shorter) || longer.endsWith(shorter);
  return isEnd && shorter.length > 3 && longer.length - shorter.length <= 3 ? 1 : 0;
}
