import { ReassignContactsForm } from "#components/transfers/reassign-contacts-form";
import { FocusOnMount } from "#components/ui/focus-on-mount";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import type { FormAction } from "#lib/form-state";
import { numberText, plural } from "#lib/plurals";
import { whyNotSentence } from "#lib/refusal";
import type { Meant } from "#lib/transfers/meant";
import type { TransferPlan } from "#lib/transfers/plan";

export type PreviewProps = {
  preview: {
    receivers: { id: string; name: string; contacts: number }[];
    notActive: { name?: string } | null;
    staying: number;
    seen: string;
    isLong: boolean;
    plan: TransferPlan;
  };
  meant: Meant;
  action: FormAction;
  requestId: string;
};

/** How many contacts go to whom, before anything is changed, and the button that does it. */
export function ReassignPreview({ preview, meant, action, requestId }: PreviewProps) {
  const { receivers, notActive, staying, seen, isLong, plan } = preview;
  const moving = receivers.reduce((sum, { contacts }) => sum + contacts, 0);
  const why = notActive ? "successor_not_active" : moving === 0 ? "nothing_moves" : null;
  if (why) {
    return <Notice tone="warn" focus title={whyNotSentence(why, { successor: notActive?.name })} />;
  }
  return (
    <FocusOnMount whenever className="rounded-panel">
      <Section
        title="Preview"
        description={
          isLong
            ? "These are many: they are prepared in the background, and change hands all at once when that is done. Until then it can be cancelled."
            : "Nothing has been changed yet. It can be undone for 30 days."
        }
      >
        <Table caption="Who receives how many">
          <thead>
            <tr>
              <Th>Who receives</Th>
              <Th align="end">Contacts</Th>
            </tr>
          </thead>
          <tbody>
            {receivers.map(({ id, name, contacts }) => (
              <Tr key={id}>
                <Td lead>
                  <bdi>{name}</bdi>
                </Td>
                <Td label="Contacts" align="end">
                  {numberText(contacts)}
                </Td>
              </Tr>
            ))}
            {staying > 0 && (
              <Tr>
                <Td lead>Stay where they are</Td>
                <Td label="Contacts" align="end">
                  {numberText(staying)}
                </Td>
              </Tr>
            )}
          </tbody>
        </Table>
        <ReassignContactsForm
          action={action}
          requestId={requestId}
          reassignment={JSON.stringify({ meant, plan, seen })}
          label={`Reassign ${plural(moving, "contact")}`}
        />
      </Section>
    </FocusOnMount>
  );
}
