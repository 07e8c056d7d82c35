import { CaseAgesDrawing } from "#components/support/case-ages-drawing";
import { Section } from "#components/ui/section";
import { stateLabels } from "#lib/owner-requests/case-state";
import { plural } from "#lib/plurals";
import { type AgeGroup, ageGroupText, countOf } from "#lib/support/case-ages";
import type { AgesDrawing } from "#lib/support/draw-case-ages";

type CaseAgesPictureProps = {
  groups: AgeGroup[];
  /** Where there is room, and on a phone. */
  drawings: { wide: AgesDrawing; narrow: AgesDrawing };
};

/** Open cases by age as a picture, told in a sentence and as a table, too. */
export function CaseAgesPicture({ groups, drawings }: CaseAgesPictureProps) {
  const states = groups[0]?.counts.map(({ state }) => state) ?? [];
  const total = groups.reduce((sum, { counts }) => sum + countOf(counts), 0);
  return (
    <Section title="Open cases by age" aside={plural(total, "open case")}>
      <ul className="ages-key" aria-label="What the parts of a bar are">
        {states.map((state) => (
          <li key={state}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect className={`ages-${state}`} x="1" y="1" width="10" height="10" />
            </svg>
            {stateLabels[state]}
          </li>
        ))}
      </ul>
      <div role="img" aria-label={`Open cases by age. ${groups.map(ageGroupText).join(". ")}.`}>
        <CaseAgesDrawing size="wide" drawing={drawings.wide} />
        <CaseAgesDrawing size="narrow" drawing={drawings.narrow} />
      </div>
      <details className="spots-rows">
        <summary className="link">The same as a table</summary>
        <table className="spots-table">
          <caption className="sr-only">Open cases by age</caption>
          <thead>
            <tr>
              <th scope="col">Age</th>
              {states.map((state) => (
                <th key={state} scope="col">
                  {stateLabels[state]}
                </th>
              ))}
              <th scope="col">All</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ label, counts }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {counts.map(({ state, count }) => (
                  <td key={state}>{count}</td>
                ))}
                <td>{countOf(counts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
