import { blockTexts } from "#lib/help/block-texts";
import type { HelpPage, HelpText } from "#lib/help/help-page";

/** All that a page says under its title and summary, as plain text. */
export function helpPageText({ sections }: HelpPage): string {
  return sections
    .flatMap(({ title, blocks }) => [title, ...blocks.flatMap(blockTexts)])
    .map(plainText)
    .join("\n");
}

function plainText(text: HelpText): string {
  if (typeof text === "string") return text;
  return text
    .map((part) => (typeof part === "string" ? part : "text" in part ? part.text : ""))
    .join("");
}
