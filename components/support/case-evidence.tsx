import type { CaseContent } from "#components/support/case-view-props";
import { CircleCheck, CircleDashed } from "#components/support/check-icons";
import { Badge } from "#components/ui/badge";
import { Section } from "#components/ui/section";
import { evidenceOf } from "#lib/support/evidence-of";

/** What the case rests on, point by point. */
export function CaseEvidence({
  request,
  people,
  dates,
}: Pick<CaseContent, "request" | "people" | "dates">) {
  return (
    <Section title="Evidence">
      <ul className="checklist">
        {evidenceOf(request, people.requester, dates).map(({ label, isThere, text }) => (
          <li key={label}>
            {isThere ? <CircleCheck /> : <CircleDashed />}
            <p>
              <strong>{label}</strong>{" "}
              <Badge tone={isThere ? "neutral" : "warn"}>{isThere ? "There" : "Missing"}</Badge>
            </p>
            <p className="hint">{text}</p>
          </li>
        ))}
      </ul>
      {request.verifiedByName && (
        <p>
          Verified by <bdi>{request.verifiedByName}</bdi>
          {!request.endedAt && ", who does not carry it out"}.
        </p>
      )}
    </Section>
  );
}
