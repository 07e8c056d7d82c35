import type { CaseContent } from "#components/support/case-view-props";
import { Moment } from "#components/support/moment";
import { Section } from "#components/ui/section";
import type { DateStyle } from "#lib/dates";
import { plural } from "#lib/plurals";
import type { Letter } from "#lib/support/list-letters";

type CaseLettersProps = Pick<CaseContent, "request" | "letters" | "dates">;

/** Who was told and what they answered, and how long it waits for that. */
export function CaseLetters({ request, letters, dates }: CaseLettersProps) {
  const [now, before] = [true, false].map((isOfNow) =>
    letters.filter((letter) => letter.isOfNow === isOfNow),
  );
  return (
    <Section title="Who was told">
      <Waiting request={request} dates={dates} />
      <Letters letters={now ?? []} dates={dates} label="Letters" />
      {request.decidedAt && (
        <p>
          <bdi>{request.decidedByName}</bdi> let it go on in spite of the objection on{" "}
          <Moment at={request.decidedAt} dates={dates} />: {request.decision}
        </p>
      )}
      {before && before.length > 0 && (
        <details>
          <summary className="link">
            {plural(before.length, "letter")} from before it was begun anew
          </summary>
          <Letters letters={before} dates={dates} label="Letters from before" />
        </details>
      )}
    </Section>
  );
}

function Waiting({ request, dates }: Pick<CaseLettersProps, "request" | "dates">) {
  const { kind, begunAt, waitsUntil, hasWaited, agreedAt, userName, endedAt } = request;
  if (agreedAt) {
    return (
      <p>
        <bdi>{userName}</bdi> agreed on <Moment at={agreedAt} dates={dates} />
        {!endedAt && ", so nobody waits"}.
      </p>
    );
  }
  if (endedAt) return null;
  if (waitsUntil <= begunAt) return <p>They may object until it is carried out.</p>;
  return hasWaited ? (
    <p>
      The waiting time passed on <Moment at={waitsUntil} dates={dates} />. They may object until it
      is carried out.
    </p>
  ) : (
    <p>
      They may object until it is carried out, which is not before{" "}
      <Moment at={waitsUntil} dates={dates} />
      {kind === "removal" && ", unless the Account Owner concerned agrees"}.
    </p>
  );
}

type LettersProps = { letters: Letter[]; dates: DateStyle; label: string };

function Letters({ letters, dates, label }: LettersProps) {
  if (letters.length === 0) return <p>Nobody could be told.</p>;
  return (
    <ul className="list" aria-label={label}>
      {letters.map((letter) => (
        <li key={letter.id}>
          <bdi>{letter.name}</bdi>
          {letter.isConcerned && ", whom it is about"}, told on{" "}
          <Moment at={letter.toldAt} dates={dates} />:{" "}
          {letter.answer && letter.answeredAt ? (
            <>
              <strong>{letter.answer}</strong> on <Moment at={letter.answeredAt} dates={dates} />
              {letter.words && (
                <>
                  : <q className="text-lines">{letter.words}</q>
                </>
              )}
            </>
          ) : (
            <span className="muted">no answer</span>
          )}
        </li>
      ))}
    </ul>
  );
}
