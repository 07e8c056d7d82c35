import { TextLink } from "#components/ui/link";
import type { SubscriptionFacts } from "#lib/seats/subscription-status";

/** The quiet way out, at the end of the page, while there is something to cancel. */
export function CancelSubscriptionLink({ facts }: { facts: SubscriptionFacts }) {
  if (facts.status === "ended" || facts.cancelledAt) return null;
  return (
    <p className="muted">
      <TextLink href="/admin/subscription/cancel">Cancel the subscription</TextLink>
    </p>
  );
}
