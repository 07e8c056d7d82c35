import type { RefusalCode } from "#lib/refusal";
import { isCommonPassword } from "#lib/sessions/common-passwords";
import { isPattern, normalPassword } from "#lib/sessions/password-strength";

/** Whose password it would be: what everybody at the company knows. */
export type PasswordOf = { name: string; email: string | null; accountName: string };

/** Shorter parts of a name are in too many words. */
const SHORTEST_PART = 3;
/** With so many letters besides the name it is a sentence that happens to name somebody. */
const OWN_LETTERS = 5;

/** Why a password that is long enough is refused all the same, or null. One rule for every form. */
export function whyNotPassword(password: string, person: PasswordOf): RefusalCode | null {
  if (isPattern(password)) return "password_is_pattern";
  if (isCommonPassword(password)) return "password_is_common";
  if (isMadeOfNames(password, person)) return "password_is_name";
  return null;
}

function isMadeOfNames(password: string, { name, email, accountName }: PasswordOf): boolean {
  const letters = folded(password).replaceAll(/[^\p{L}]/gu, "");
  const rest = partsOf([name, email ?? "", accountName]).reduce(
    (left, part) => left.replaceAll(part, ""),
    letters,
  );
  return rest.length < letters.length && rest.length < OWN_LETTERS;
}

/** "Ada Archer", "ada.archer@alder.example": ada, archer, alder, example; the longest first. */
function partsOf(texts: string[]): string[] {
  const parts = texts.flatMap((text) => folded(text).split(/[^\p{L}]+/u));
  return parts
    .filter((part) => part.length >= SHORTEST_PART)
    .sort((one, other) => other.length - one.length);
}

/** Without case and accents: "Díaz" is "diaz". */
function folded(text: string): string {
  return normalPassword(text).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
