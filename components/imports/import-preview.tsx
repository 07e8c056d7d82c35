import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import {
  type ContactDetails,
  contactFieldNames,
  contactFields,
} from "#lib/contacts/contact-fields";
import type { PreviewRow } from "#lib/imports/import-page";
import { numberText } from "#lib/plurals";

const shown = ["firstName", "lastName", "company", "email", "phone"] as const;
const others = contactFieldNames.filter((name) => !shown.some((each) => each === name));

/** The first rows as the contacts that they would become, or why one would be left out. */
export function ImportPreview({ rows }: { rows: PreviewRow[] }) {
  return (
    <Section title="What the first rows become" flush>
      <Table caption="The first rows as contacts" data-columns="many" scrolls>
        <thead>
          <tr>
            <Th>Line</Th>
            {shown.map((name) => (
              <Th key={name}>{contactFields[name]}</Th>
            ))}
            <Th>And also</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, contact, reason }) => (
            <Tr key={line} tone={reason ? "marked" : undefined}>
              <Td lead>{numberText(line)}</Td>
              {contact ? (
                <>
                  {shown.map((name) => (
                    <Td key={name} label={contactFields[name]} long dir="auto">
                      {short(contact[name])}
                    </Td>
                  ))}
                  <Td label="And also" long dir="auto">
                    {restText(contact)}
                  </Td>
                </>
              ) : (
                <Td label="Left out" long colSpan={shown.length + 1}>
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

/** "Mobile: 504-845-1427, City: New Orleans" */
function restText(contact: ContactDetails): string {
  return others
    .filter((name) => contact[name])
    .map((name) => `${contactFields[name]}: ${short(contact[name])}`)
    .join(", ");
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
