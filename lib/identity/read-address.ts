import type { Address } from "./address";
import { roleWords, wordsBesideName } from "./address-words";
import type { Name } from "./compare-names";
import { areOtherGivenNames, isGivenName } from "./given-names";
import { isInitial, type Piece, piecesOf, soundsOf } from "./name-pieces";
import { particles, titles } from "./name-words";
import { join, nothing, type Reading, readStretch, signOf } from "./read-stretch";
import { isTypoOf, soundOf } from "./spelling";

/** What mail knows before the @ (RFC 5321); nothing longer is anybody's address. */
const longestLocalPart = 64;

/** Whether the address can be read as this name: aruiz, ruiz.ana, bob.miller or ar. */
export function readsAs(address: Address, name: Name): boolean {
  const length = address.letters.join("").length;
  if (name.all.length === 0 || length === 0 || length > longestLocalPart) return false;
  if (isCodeOf(address.letters, name)) return true;
  const pieces = piecesOf(name);
  const readings = address.letters.map((word) => readWord(word, name, pieces));
  if (readings.some((reading) => reading === "other given name")) return false;
  const read = readings.filter((reading) => typeof reading !== "string");
  const all = read.reduce(join, nothing);
  // Kowalska is no reading of the k in kkowalska: it stands for somebody's given name.
  if (all.lastWord && all.lastInitial && name.last.length === 1) return false;
  const isUnread = read.length < readings.length;
  // A kept given name outweighs a word unknown beside it; a kept surname is a family's.
  if (isUnread) return address.letters.some((word) => isGivenNameOf(word, pieces));
  if (all.strays > 0) return all.word && all.first && all.last;
  return all.word || (all.first && length <= 5) || (all.last && length <= 4);
}

/** Whether it is a short form that begins both names: anru, aru or rua for Ana Ruiz. */
function isCodeOf([code = "", ...more]: string[], { first, last }: Name): boolean {
  if (more.length > 0 || code.length > 6) return false;
  const cuts = Array.from({ length: code.length - 1 }, (_, at) => at + 1);
  return cuts.some((cut) => {
    const [begin, end] = [code.slice(0, cut), code.slice(cut)];
    const isOf = (one: string[], other: string[]) =>
      one.some((word) => word.startsWith(begin)) && other.some((word) => word.startsWith(end));
    return isOf(first, last) || isOf(last, first);
  });
}

function readWord(
  word: string,
  name: Name,
  pieces: Piece[],
): Reading | "unread" | "other given name" {
  const isOwn = name.all.some((own) => own === word);
  if (!isOwn && isGivenName(word) && name.first.every((own) => areOther(own, word, pieces))) {
    return "other given name";
  }
  const reading = readStretch(word, pieces) ?? readBySound(word, pieces);
  if (reading) return reading;
  if (word.length === 1) return { ...nothing, strays: 1 };
  if (isBeside(word)) return nothing;
  if (word.length === 2 && name.first.some((own) => own[0] === word[0])) {
    return { ...nothing, first: true, strays: 1 };
  }
  return readLoosely(word, pieces);
}

// Not where ear and eye part at the start: ghuber sounds like Huber, and is somebody's G. Huber.
const readBySound = (word: string, pieces: Piece[]) =>
  pieces.some(({ text }) => text[0] === word[0])
    ? readStretch(soundOf(word), soundsOf(pieces))
    : null;

// A given name whose bearer is unknown to the families is another's unless it is spelled here.
function areOther(own: string, word: string, pieces: Piece[]): boolean {
  if (isGivenName(own)) return areOtherGivenNames(own, word);
  return !pieces.some(({ text }) => text === word || soundOf(text) === soundOf(word));
}

function readLoosely(word: string, pieces: Piece[]): Reading | "unread" {
  const mistyped = pieces.find(({ text }) => text.length > 4 && isSlipOf(text, word));
  const begun = pieces.find((piece) => isBegunWith(word, piece));
  const piece = mistyped ?? begun;
  return piece ? signOf(piece) : "unread";
}

const isGivenNameOf = (word: string, pieces: Piece[]) =>
  pieces.some(
    (piece) =>
      isBegunWith(word, piece) ||
      (piece.of === "first" && !isInitial(piece) && soundOf(piece.text) === soundOf(word)),
  );

const isBegunWith = (word: string, { text, of }: Piece) =>
  of === "first" && text.length > 3 && word.startsWith(text);

// With a letter more or less at its end it is rather another's initial: weberj, webere.
const isSlipOf = (text: string, word: string) =>
  text[0] === word[0] && !word.startsWith(text) && !text.startsWith(word) && isTypoOf(text, word);

const isBeside = (word: string) =>
  wordsBesideName.has(word) || roleWords.has(word) || titles.has(word) || particles.has(word);
