import { longestCard } from "#lib/imports/limits";
import type { Row } from "#lib/imports/read-rows";

/** The cards of a vCard file, each as one cell without its pictures, as many as a piece of text ends. */
export async function* splitCards(texts: AsyncIterable<string>): AsyncGenerator<Row[], void, void> {
  let rest = "";
  let line = 0;
  let card: { line: number; lines: string[]; length: number } | null = null;
  let isPicture = false;
  const take = (text: string): Row | null => {
    line++;
    if (/^BEGIN:VCARD\s*$/i.test(text)) card = { line, lines: [], length: 0 };
    if (!card) return null;
    const isContinued = /^[ \t]/.test(text);
    if (!isContinued) isPicture = /^([\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[:;]/i.test(text);
    if (!isPicture) {
      card.length += text.length + 1;
      if (card.length <= longestCard) card.lines.push(text);
    }
    if (!/^END:VCARD\s*$/i.test(text)) return null;
    const row = { line: card.line, cells: [card.lines.join("\n")] };
    card = null;
    return row;
  };
  for await (const text of texts) {
    const lines = (rest + text).split("\n");
    // A line without an end is not kept whole: it is a picture's, or its card is too long to be read.
    rest = lines.pop()?.slice(0, longestCard) ?? "";
    const rows = lines.map(take).filter((row) => row !== null);
    if (rows.length > 0) yield rows;
  }
  const last = take(rest);
  if (last) yield [last];
}
