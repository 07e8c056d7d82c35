import { TextLink } from "#components/ui/link";

export type ReadOnlyState = { isNow: boolean; day: string };

type ReadOnlyBannerProps = ReadOnlyState & { isAdmin: boolean };

/** Above every page of an account that is not paid for; before it is read-only, to admins alone. */
export function ReadOnlyBanner({ isNow, day, isAdmin }: ReadOnlyBannerProps) {
  if (!isNow && !isAdmin) return null;
  return (
    <aside className="banner" aria-label="Read-only account">
      <p>
        <strong>
          {isNow
            ? `Read-only since ${day}.`
            : `A payment is due: this account is read-only from ${day}.`}
        </strong>{" "}
        {isNow && "Everything can be read, and changes wait until the subscription goes on. "}
        {isAdmin ? (
          <TextLink href="/admin/subscription">Update subscription</TextLink>
        ) : (
          "Ask an admin of your account about it."
        )}
      </p>
    </aside>
  );
}
