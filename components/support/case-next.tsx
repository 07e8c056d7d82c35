import type { CaseContent, CaseForms } from "#components/support/case-view-props";
import { Notice } from "#components/ui/notice";
import { whyNotSentence } from "#lib/refusal";
import { inReadersWords } from "#lib/refusals/in-readers-words";
import { lapseText, nextText } from "#lib/support/next-step";
import { whyObstacle } from "#lib/support/rules";
import { stepNames } from "#lib/support/step-names";
import { yourStep } from "#lib/support/your-step";

type CaseNextProps = Pick<CaseContent & CaseForms, "request" | "steps" | "dates">;

/** What is next and for whom, what lapsed, and what stands in the way. */
export function CaseNext({ request, steps, dates }: CaseNextProps) {
  const obstacle = request.endedAt ? null : whyObstacle(request);
  const yours = request.endedAt ? undefined : yourStep(steps, request.obstacle);
  const isStopped = obstacle !== null || request.state === "objected";
  return (
    <Notice tone={isStopped ? "warn" : "info"} role="status" title={nextText(request, dates)}>
      {(request.lapse || obstacle || request.endReason || yours) && (
        <>
          {request.lapse && <p>{lapseText(request)}</p>}
          {obstacle && (
            <p>{whyNotSentence(obstacle.code, inReadersWords(obstacle.facts, dates))}</p>
          )}
          {request.endedAt && request.endReason && <p>Reason: {request.endReason}</p>}
          {yours && (
            <p>
              That can be you:{" "}
              <a className="link" href="#what-you-can-do">
                {stepNames[yours]}
              </a>
            </p>
          )}
        </>
      )}
    </Notice>
  );
}
