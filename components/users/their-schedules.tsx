import { Notice } from "#components/ui/notice";
import { listText, plural } from "#lib/plurals";

type TheirSchedulesProps = { author: string; schedules: { id: string; name: string }[] };

const NAMED = 5;

/** What an admin who leaves has scheduled is refused when it runs: said before the click. */
export function TheirSchedules({ author, schedules }: TheirSchedulesProps) {
  if (schedules.length === 0) return null;
  const names = schedules.slice(0, NAMED).map(({ name }) => name);
  const others = schedules.length - names.length;
  const people = listText(others > 0 ? [...names, plural(others, "other user")] : names);
  return (
    <Notice tone="info">
      {author} scheduled {people} to become inactive. Without an admin who answers for it, that is
      refused when it is due, unless somebody schedules it anew.
    </Notice>
  );
}
