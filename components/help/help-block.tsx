import { HelpText } from "#components/help/help-text";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { blockTexts } from "#lib/help/block-texts";
import type { HelpBlock as Block, HelpTable } from "#lib/help/help-page";

type HelpBlockProps = { block: Block; supportEmail: string };

/** One paragraph, list or table of a help page. */
export function HelpBlock({ block, supportEmail }: HelpBlockProps) {
  if (typeof block === "string" || Array.isArray(block)) {
    return (
      <p>
        <HelpText text={block} supportEmail={supportEmail} />
      </p>
    );
  }
  if ("table" in block) return <SmallTable {...block.table} />;
  const items = blockTexts(block).map((text) => (
    <li key={JSON.stringify(text)}>
      <HelpText text={text} supportEmail={supportEmail} />
    </li>
  ));
  return "steps" in block ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function SmallTable({ caption, head, rows }: HelpTable) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {head.map((title) => (
            <Th key={title}>{title}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, ...cells]) => (
          <Tr key={what}>
            <Td lead>{what}</Td>
            {cells.map((cell, n) => (
              <Td key={head[n + 1]} label={head[n + 1]}>
                {cell}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
