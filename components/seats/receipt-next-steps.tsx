import type { ReceiptViewProps } from "#components/seats/receipt-view";
import { ButtonLink } from "#components/ui/button";
import { Section } from "#components/ui/section";

/** Where one goes from a receipt; not printed. */
export function ReceiptNextSteps({ receipt: { kind } }: Pick<ReceiptViewProps, "receipt">) {
  return (
    <div className="screen-only">
      <Section title="Next steps">
        <div className="cluster">
          <ButtonLink href="/admin/subscription">Update subscription</ButtonLink>
          {kind === "added" ? (
            <ButtonLink href="/admin/users/new">Add a user</ButtonLink>
          ) : (
            <ButtonLink href="/admin/users">Manage Users</ButtonLink>
          )}
          {(kind === "cancelled" || kind === "kept") && (
            <ButtonLink href="/admin/subscription/reduce">Reduce user spots</ButtonLink>
          )}
        </div>
      </Section>
    </div>
  );
}
