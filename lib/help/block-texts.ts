import type { HelpBlock, HelpText } from "#lib/help/help-page";

/** The texts that a block consists of, in their order. */
export function blockTexts(block: HelpBlock): HelpText[] {
  if (typeof block === "string" || Array.isArray(block)) return [block];
  if ("steps" in block) return block.steps;
  if ("list" in block) return block.list;
  return [block.table.caption, ...block.table.head, ...block.table.rows.flat()];
}
