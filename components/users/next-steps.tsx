import { UndoText } from "#components/transfers/undo-text";
import { UndoTransferForm } from "#components/transfers/undo-transfer-form";
import { ButtonLink } from "#components/ui/button";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/form-state";
import { plural } from "#lib/plurals";
import type { UndoCounts } from "#lib/transfers/rules";

type NextStepsProps = {
  seats: { total: number; used: number };
  userName: string;
  /** The reassignment, while it can be undone. */
  undoable: {
    transferId: string;
    counts: UndoCounts;
  } | null;
  requestId: string;
  undoAction: FormAction;
};

/** What usually follows: somebody new, fewer spots, or a change of mind. */
export function NextSteps(props: NextStepsProps) {
  const { seats, userName, undoable, requestId, undoAction } = props;
  const open = seats.total - seats.used;
  return (
    <Section
      title="Next steps"
      description={
        open > 0
          ? `${plural(open, "user spot")} ${open === 1 ? "is" : "are"} open now and paid for: use ${open === 1 ? "it" : "them"}, or reduce your spots.`
          : "All user spots are used again."
      }
    >
      <div className="cluster">
        {open > 0 && (
          <>
            <ButtonLink href="/admin/users/new" variant="primary">
              Add a user to the open spot
            </ButtonLink>
            <ButtonLink href="/admin/subscription">Reduce user spots</ButtonLink>
          </>
        )}
      </div>
      {undoable && (
        <div className="stack-tight">
          <p className="hint">
            If you change your mind:{" "}
            <UndoText counts={undoable.counts} name={userName} isInactive />
          </p>
          <UndoTransferForm
            action={undoAction}
            transferId={undoable.transferId}
            requestId={requestId}
          />
        </div>
      )}
    </Section>
  );
}
