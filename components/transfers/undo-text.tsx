import { plural } from "#lib/plurals";
import type { UndoCounts } from "#lib/transfers/rules";

type UndoTextProps = {
  counts: UndoCounts;
  /** Whose they were; null where they were several users'. */
  name: string | null;
  isInactive: boolean;
};

/** What undoing would do: how many contacts go back to whom, and how many of each kind stay. */
export function UndoText({ counts, name, isInactive }: UndoTextProps) {
  const { returned } = counts;
  return (
    <>
      {plural(returned, "contact")} {returned === 1 ? "goes" : "go"} back to{" "}
      {name === null ? "whom they came from" : <bdi>{name}</bdi>}
      {isInactive && ", who stays inactive"}. {stayingText(counts, false)}It can be done once.
    </>
  );
}

/** "103 contacts handed on and 102 contacts split off since stay where they are. ", or nothing. */
export function stayingText({ stayed, carvedOut }: UndoCounts, isDone: boolean): string {
  const parts = [
    stayed > 0 && `${plural(stayed, "contact")} handed on`,
    carvedOut > 0 && `${plural(carvedOut, "contact")} split off`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return "";
  const isOne = stayed + carvedOut === 1;
  const stay = isDone ? "stayed" : isOne ? "stays" : "stay";
  const where = isOne ? `it ${isDone ? "was" : "is"}` : `they ${isDone ? "were" : "are"}`;
  return `${parts.join(" and ")} since ${stay} where ${where}. `;
}
