import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { contactFieldNames, importFields } from "#lib/imports/fields";
import type { PreviewRow } from "#lib/imports/import-page";
import { numberText } from "#lib/plurals";

/** The first rows as the contacts that they would become, with only the fields that are filled. */
export function ImportPreview({ rows }: { rows: PreviewRow[] }) {
  const filled = contactFieldNames.filter((name) => rows.some(({ contact }) => contact?.[name]));
  return (
    <Section title="What the first rows become" flush>
      <Table caption="What the first rows become">
        <thead>
          <tr>
            <Th>Line</Th>
            {filled.map((name) => (
              <Th key={name}>{importFields[name].label}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, contact, reason }) => (
            <Tr key={line} tone={reason ? "marked" : undefined}>
              <Td lead>{numberText(line)}</Td>
              {contact ? (
                filled.map((name) => (
                  <Td key={name} label={importFields[name].label} long dir="auto">
                    {contact[name].slice(0, 120)}
                  </Td>
                ))
              ) : (
                <Td label="Left out" long colSpan={Math.max(1, filled.length)}>
                  Left out: {reason}
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
