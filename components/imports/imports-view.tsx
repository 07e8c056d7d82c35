import { HelpLink } from "#components/help/help-link";
import { UploadForm } from "#components/imports/upload-form";
import { HeldUp } from "#components/shell/held-up";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateTimeText, exactText } from "#lib/dates";
import type { ListedImport } from "#lib/imports/imports-page";
import { numberText } from "#lib/plurals";
import { whyNotSentence } from "#lib/refusal";

type ImportsViewProps = {
  imports: ListedImport[];
  isFileMissing: boolean;
  isReadOnly: boolean;
  dates: DateStyle;
};

/** Where a file of contacts is uploaded, and what became of earlier ones. */
export function ImportsView(props: ImportsViewProps) {
  const { imports, isFileMissing, isReadOnly, dates } = props;
  return (
    <>
      <PageHeader
        title="Import contacts"
        aside={<HelpLink page="importing-contacts" />}
        breadcrumb={[{ label: "Contacts", href: "/contacts" }]}
      />
      {isFileMissing && (
        <Notice tone="danger" focus title={whyNotSentence("import_file_missing")} />
      )}
      <Section title="Choose a file">
        <HeldUp isReadOnly={isReadOnly} isAdmin>
          <UploadForm />
        </HeldUp>
      </Section>
      <Section title="Earlier imports" flush={imports.length > 0}>
        {imports.length === 0 ? (
          <EmptyState title="Nothing was imported yet" />
        ) : (
          <Table caption="Earlier imports">
            <thead>
              <tr>
                <Th>File</Th>
                <Th>Uploaded</Th>
                <Th>By</Th>
                <Th>State</Th>
                <Th align="end">Added</Th>
                <Th align="end">Wrong</Th>
              </tr>
            </thead>
            <tbody>
              {imports.map(({ id, fileName, createdAt, byName, state, added, wrong }) => (
                <Tr key={id}>
                  <Td lead>
                    <a className="link" dir="auto" href={`/contacts/import/${id}`}>
                      {fileName}
                    </a>
                  </Td>
                  <Td label="Uploaded">
                    <Time iso={createdAt.toISOString()} exact={exactText(createdAt, dates)}>
                      {dateTimeText(createdAt, dates)}
                    </Time>
                  </Td>
                  <Td label="By" long>
                    <bdi>{byName}</bdi>
                  </Td>
                  <Td label="State">{stateTexts[state]}</Td>
                  <Td label="Added" align="end">
                    {numberText(added)}
                  </Td>
                  <Td label="Wrong" align="end">
                    {numberText(wrong)}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
    </>
  );
}

const stateTexts: Record<ListedImport["state"], string> = {
  uploading: "Being uploaded",
  uploaded: "Waits for its start",
  running: "Being imported",
  done: "Done",
  cancelled: "Cancelled",
  failed: "Stopped",
};
