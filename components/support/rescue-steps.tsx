import { listText, plural } from "#lib/plurals";
import type { RescuePage } from "#lib/support/rescue-page";

type RescueStepsProps = Pick<RescuePage, "activeUsers" | "billingEmail" | "leads">;

/** What proposing does, said before the click. */
export function RescueSteps({ activeUsers, billingEmail, leads }: RescueStepsProps) {
  const letters = activeUsers + (billingEmail ? 1 : 0);
  return (
    <ul className="list">
      <li>
        {plural(letters, "letter")} {letters === 1 ? "goes" : "go"} out at once: to{" "}
        {activeUsers === 1
          ? "the one active user"
          : `each of the ${plural(activeUsers, "active user")}`}
        {billingEmail ? (
          <>
            {" "}
            and to <bdi>{billingEmail}</bdi>, where bills go.
          </>
        ) : (
          ". There is no billing address on file."
        )}
      </li>
      <li>Each letter has a link to object. An objection stops it until a lead has decided.</li>
      <li>An Account Owner who is here again stops it for good.</li>
      <li>
        {leads.length > 0 ? (
          <>
            Another lead carries it out: <bdi>{listText(firstOf(leads))}</bdi>. You cannot.
          </>
        ) : (
          "You are the only lead, so you carry it out yourself, 72 hours later at the earliest."
        )}
      </li>
      <li>
        Then the person is an admin and an Account Owner. Nobody loses that status by it, and nobody
        is made inactive.
      </li>
    </ul>
  );
}

const NAMED = 5;

function firstOf(names: string[]): string[] {
  const more = names.length - NAMED;
  return more > 0 ? [...names.slice(0, NAMED), `${more} more`] : names;
}
