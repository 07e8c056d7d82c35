import type { Name } from "./compare-names";
import { formalNamesOf, waysToCall } from "./given-names";
import { particles } from "./name-words";
import { soundOf } from "./spelling";

/** A text that says something of a name, and how much of it must be there. */
export type Piece = { text: string; of: "first" | "last"; shortest: number };

/** What an address of this name can be made of: its words, their beginnings and initials. */
export function piecesOf({ first, last }: Name): Piece[] {
  const wholeLast = [last.join(""), last.filter(notParticle).join("")];
  return [
    ...pieces("first", 3, [...first, first.join("")]),
    // A short form is written out: "van" is no beginning of Vano for Jan.
    ...pieces("first", Number.POSITIVE_INFINITY, first.flatMap(waysToCall)),
    ...pieces("last", 3, [...last, ...wholeLast]),
    ...pieces("first", 1, initialsOf([...first, ...first.flatMap(formalNamesOf)])),
    ...pieces("last", 1, initialsOf(last)),
  ];
}

const pieces = (of: Piece["of"], shortest: number, texts: string[]): Piece[] =>
  [...new Set(texts)]
    .filter((text) => text !== "")
    .map((text) => ({ text, of, shortest: Math.min(shortest, text.length) }));

const initialsOf = (words: string[]) => words.map((word) => word.slice(0, 1));

export const isInitial = ({ text }: Piece) => text.length === 1;

const notParticle = (word: string) => !particles.has(word);

export const soundsOf = (pieces: Piece[]) =>
  pieces.map((piece) => {
    const text = isInitial(piece) ? piece.text : soundOf(piece.text);
    return { ...piece, text, shortest: Math.min(piece.shortest, text.length) };
  });
