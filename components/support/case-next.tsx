import type { CaseContent } from "#components/support/case-view-props";
import { Notice } from "#components/ui/notice";
import { whyNotSentence } from "#lib/refusal";
import { inReadersWords } from "#lib/refusals/in-readers-words";
import { lapseText, nextText } from "#lib/support/next-step";
import { whyObstacle } from "#lib/support/rules";

/** What is next and for whom, what lapsed, and what stands in the way. */
export function CaseNext({ request, dates }: Pick<CaseContent, "request" | "dates">) {
  const obstacle = request.endedAt ? null : whyObstacle(request);
  const isStopped = obstacle !== null || request.state === "objected";
  return (
    <Notice tone={isStopped ? "warn" : "info"} role="status" title={nextText(request, dates)}>
      {(request.lapse || obstacle || request.endReason) && (
        <>
          {request.lapse && <p>{lapseText(request)}</p>}
          {obstacle && (
            <p>{whyNotSentence(obstacle.code, inReadersWords(obstacle.facts, dates))}</p>
          )}
          {request.endedAt && request.endReason && <p>Reason: {request.endReason}</p>}
        </>
      )}
    </Notice>
  );
}
