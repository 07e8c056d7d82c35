import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { whyNotSentence } from "#lib/refusal";

type HeldUpProps = { isReadOnly: boolean; isAdmin: boolean; children: ReactNode };

/** A form, or why it would be refused, while the account is read-only. */
export function HeldUp({ isReadOnly, isAdmin, children }: HeldUpProps) {
  if (!isReadOnly) return children;
  return (
    <Notice
      tone="warn"
      title={whyNotSentence("account_read_only")}
      actions={isAdmin && <ButtonLink href="/admin/subscription">Update subscription</ButtonLink>}
    />
  );
}
