import { isFreeMail, roleWords, wordsBesideName } from "./address-words";
import { areOtherGivenNames, isGivenName } from "./given-names";
import { isTypoOf, soundOf, wordsOf } from "./spelling";

/** The part before the @ in words, with figures as words of their own, and its domain. */
export type Address = { words: string[]; letters: string[]; domain: string };

export function addressOf(email: string): Address {
  const at = email.lastIndexOf("@");
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const beforeTag = email.slice(0, at < 0 ? undefined : at).replace(/(?<=.)\+.*$/s, "");
  const isGmail = /^(gmail|googlemail)\./.test(domain);
  const local = isGmail && isDotted(beforeTag) ? beforeTag.replaceAll(".", "") : beforeTag;
  const words = wordsOf(local).flatMap((word) => word.match(/\p{N}+|[^\p{N}]+/gu) ?? []);
  return { words, letters: words.filter((word) => !/^\p{N}/u.test(word)), domain };
}

// Gmail ignores dots, yet two words with one dot between them are read as two.
const isDotted = (local: string) => !/^[^.]{2,}\.[^.]{2,}$/.test(local);

/** Whether it is one mailbox's name in another format, with another figure or at another domain. */
export function isSameLocalPart(one: Address, other: Address): boolean {
  if (one.words.join("") === other.words.join("")) return true;
  const [letters, others] = [one.letters.join(""), other.letters.join("")];
  const isSameStart = soundOf(letters.slice(0, 1)) === soundOf(others.slice(0, 1));
  return letters.length > 2 && isSameStart && soundOf(letters) === soundOf(others);
}

/** Whether one is the other with a slip. */
export function isMistyped(one: Address, other: Address): boolean {
  const [known, next] = [one.letters.join(""), other.letters.join("")];
  const isLong = Math.min(known.length, next.length) > 5;
  const isSameStart = known[0] === next[0] || known[0] === next[1];
  const isOther = one.letters.some((word, at) => areOtherGivenNames(word, other.letters[at] ?? ""));
  return isLong && isSameStart && !isOther && isTypoOf(known, next);
}

/** Whether it is called after what somebody does there, and after nobody. */
export function isOfRole({ letters }: Address): boolean {
  return (
    letters.some(isRole) &&
    letters.every((word) => isRole(word) || wordsBesideName.has(word) || !isGivenName(word))
  );
}

function isRole(word: string): boolean {
  if (roleWords.has(word)) return true;
  const heads = Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => at + 2);
  return heads.some((at) => roleWords.has(word.slice(0, at)) && roleWords.has(word.slice(at)));
}

/** Whether it may be a person's name at all, and not a number or a handle of one's own. */
export function isCalledLikePerson({ words, letters, domain }: Address): boolean {
  const figures = words.length - letters.length;
  const length = letters.join("").length;
  const isNumber = length < 4 && figures > 0 && !letters.some(isGivenName);
  if (length === 0 || isNumber) return false;
  if (!isFreeMail(domain)) return true;
  const isPair = letters.length === 2 && figures === 0 && letters.every((word) => word.length > 1);
  return isPair || letters.some((word) => isGivenName(word) || beginsWithGivenName(word));
}

// Long given names only: "ben" and "rose" begin many words that name nobody.
const beginsWithGivenName = (word: string) =>
  [5, 6, 7, 8, 9, 10].some((end) => word.length >= end + 4 && isGivenName(word.slice(0, end)));
