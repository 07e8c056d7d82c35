import {
  type Address,
  addressOf,
  isCalledLikePerson,
  isMistyped,
  isOfRole,
  isSameLocalPart,
} from "./address";
import { type Name, nameOf, whatWasKept, withSurnameLast } from "./compare-names";
import { isPlaceholder } from "./name-words";
import { readsAs } from "./read-address";
import { isLatin } from "./spelling";

export type Identity = { firstName: string; lastName: string; email: string };
export type Exchange = "name_and_email" | "email_of_another" | "name_of_another";

type Person = { name: Name; address: Address };

/** Why this edit would turn one person into another, or null (domain rule 17). */
export function whyNotSamePerson(known: Identity, next: Identity): Exchange | null {
  const [before, after] = [personOf(known), personOf(next)];
  const staysAddress = isSameLocalPart(before.address, after.address);
  if (isPlaceholder(before.name.all)) return whyNotSameSeat(before, after, staysAddress);
  const readsAsBefore = staysAddress || readsAs(after.address, before.name);
  switch (whatWasKept(before.name, after.name)) {
    case "name":
      return readsAsBefore || staysOwnAddress(before, after) ? null : "email_of_another";
    case "first":
      return readsAsBefore || readsAs(after.address, after.name) ? null : "name_and_email";
    case "last":
      return readsAsBefore ? null : "name_and_email";
    case "nothing":
      if (isInAnotherScript(before, after, staysAddress)) return null;
      if (staysAddress) return "name_of_another";
      return readsAsBefore && !readsAs(after.address, after.name)
        ? "name_of_another"
        : "name_and_email";
  }
}

function personOf({ firstName, lastName, email }: Identity): Person {
  const address = addressOf(email);
  return { name: withSurnameLast(nameOf(firstName, lastName), address.letters), address };
}

/** A seat without a person may be named after the person whose address it always had. */
function whyNotSameSeat(before: Person, after: Person, staysAddress: boolean): Exchange | null {
  if (isPlaceholder(after.name.all)) {
    return staysAddress || isOfRole(after.address) ? null : "email_of_another";
  }
  if (!staysAddress) return "name_and_email";
  return readsAs(before.address, after.name) ? null : "name_of_another";
}

/** Whether an address that is not made of the name may still be the same person's. */
function staysOwnAddress(before: Person, after: Person): boolean {
  return (
    readsAs(after.address, after.name) ||
    isMistyped(before.address, after.address) ||
    isOfRole(after.address) ||
    !isCalledLikePerson(after.address) ||
    (!isReadable(after.name) && sharesWord(before.address, after.address)) ||
    (!isReadable(after.name) && isOfRole(before.address))
  );
}

/** 王小明 cannot be read as Wang Xiaoming here; an address that stays, or says so, can. */
function isInAnotherScript(before: Person, after: Person, staysAddress: boolean): boolean {
  if (scriptOf(before.name) === scriptOf(after.name)) return false;
  if (staysAddress) return true;
  return isReadable(after.name)
    ? readsAs(before.address, after.name)
    : readsAs(after.address, before.name);
}

const isReadable = ({ all }: Name) => all.every(isLatin);

const sharesWord = (one: Address, other: Address) =>
  one.letters.some((word) => word.length > 2 && other.letters.includes(word));

function scriptOf({ all }: Name): string {
  const text = all.join("");
  if (all.every(isLatin)) return "Latin";
  if (/^[\p{Script=Katakana}\p{Script=Hiragana}ー]+$/u.test(text)) return "Kana";
  if (/\p{Script=Han}/u.test(text)) return "Han";
  return /\p{Script=Hangul}/u.test(text.normalize("NFC")) ? "Hangul" : "other";
}
