import { HelpLink } from "#components/help/help-link";
import { CancelImportForm } from "#components/imports/cancel-import-form";
import { ImportChoicesForm, type OpenChoices } from "#components/imports/import-choices-form";
import { ImportOutcome } from "#components/imports/import-outcome";
import { ImportPreview } from "#components/imports/import-preview";
import { HeldUp } from "#components/shell/held-up";
import { LiveProgress } from "#components/ui/live-progress";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { FindColleagues } from "#components/users/find-colleagues";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import type { FoundImport } from "#lib/imports/find-import";
import type { PreviewRow } from "#lib/imports/import-page";
import type { Progress } from "#lib/progress";
import { sentence } from "#lib/sentence";

export type ShownImport = Omit<FoundImport, "facts" | "choices"> & {
  receiver: { id: string; name: string } | null;
  /** A vCard file, whose cards are not corrected in the file of problems. */
  isCards: boolean;
};

type ImportViewProps = {
  found: ShownImport;
  progress: Progress;
  open: (OpenChoices & { preview: PreviewRow[] }) | null;
  isReadOnly: boolean;
  dates: DateStyle;
  importAction: FormAction;
  cancelAction: FormAction;
  requestIds: [string, string];
};

/** One import: the choices before it begins, then how far it has come, then what it came to. */
export function ImportView(props: ImportViewProps) {
  const { found, progress, open, dates, importAction, cancelAction, requestIds } = props;
  const cancelForm = (label: string) => (
    <CancelImportForm
      action={cancelAction}
      importId={found.id}
      requestId={requestIds[1]}
      label={label}
    />
  );
  return (
    <>
      <PageHeader
        title={`Import of ${found.fileName}`}
        aside={<HelpLink page="importing-contacts" />}
        description={sentence`Uploaded by ${found.byName}, ${dateTimeText(found.createdAt, dates)}`}
        breadcrumb={[
          { label: "Contacts", href: "/contacts" },
          { label: "Import contacts", href: "/contacts/import" },
        ]}
      />
      {open && (
        <>
          <HeldUp isReadOnly={props.isReadOnly} isAdmin>
            <FindColleagues
              colleagues={open.colleagues}
              path={`/contacts/import/${found.id}`}
              then="the assignee is then chosen from whom you found."
            />
            <ImportChoicesForm
              {...open}
              action={importAction}
              importId={found.id}
              requestId={requestIds[0]}
            >
              <ImportPreview rows={open.preview} />
            </ImportChoicesForm>
          </HeldUp>
          {cancelForm("Discard this file")}
        </>
      )}
      {found.state === "uploading" && (
        <Section title="Being uploaded">
          <p>The file is on its way. Reload this page to see whether it has arrived.</p>
        </Section>
      )}
      {found.state === "running" && (
        <Section title="Being imported">
          <LiveProgress
            label={`Import of ${found.fileName}`}
            href={`/contacts/import/${found.id}/progress`}
            progress={progress}
          />
          <p className="hint">You can close this page: it goes on, and its result stays here.</p>
          {cancelForm("Cancel the import")}
        </Section>
      )}
      {found.endedAt && <ImportOutcome found={found} endedAt={found.endedAt} dates={dates} />}
    </>
  );
}
