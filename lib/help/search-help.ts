import { type FoundPage, helpPages } from "#lib/help/all-pages";
import { helpPageText } from "#lib/help/page-text";

/** Where a word counts how much: what is in a title is above all that is not. */
const WEIGHTS = { title: 10_000, searchWords: 100, text: 1 };

/**
 * The pages in which every word of the search begins a word somewhere, the best first: found in the
 * title, then among the words people use for it, then in the text. Case and accents do not count.
 */
export function searchHelp(search: string): FoundPage[] {
  const wanted = wantedWords(search);
  if (wanted.length === 0) return [];
  return helpPages
    .map((page) => ({ page, score: scoreOf(page, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ page }) => page);
}

/** Zero as soon as one word is nowhere. */
function scoreOf(page: FoundPage, wanted: string[]): number {
  const places = [
    { words: wordsOf(page.title), weight: WEIGHTS.title },
    { words: wordsOf(page.searchWords), weight: WEIGHTS.searchWords },
    { words: wordsOf(`${page.summary} ${helpPageText(page)}`), weight: WEIGHTS.text },
  ];
  const weights = wanted.map(
    (start) => places.find(({ words }) => words.some(isMeantBy(start)))?.weight ?? 0,
  );
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0);
}

/** What is too short to be the beginning of anything is a word: "in" is not "inactive". */
function isMeantBy(start: string): (word: string) => boolean {
  return (word) => (start.length > 2 ? word.startsWith(start) : word === start);
}

/** "How do I delete users?" asks for "delet" and "user". */
function wantedWords(search: string): string[] {
  const words = folded(search)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return (telling.length > 0 ? telling : words).map(stemOf);
}

/** "e-mail" is found as "e", "mail" and "email". */
function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .flatMap((word) => [...word.split("-"), word.replaceAll("-", "")])
    .filter(Boolean);
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase();
}

/** Without its ending, as the beginning of a word is looked for: "deactivating" is "deactivat". */
function stemOf(word: string): string {
  return word.replace(/(?<=^.{4,})(ing|ed|es|s|e)$/, "");
}

const SMALL_WORDS = new Set(
  "a am an and are at be can cannot cant do does for from have how i if is it me my not of on or our so that the there this to we what when where why with you your".split(
    " ",
  ),
);
