import { Pagination } from "#components/ui/pagination";
import type { NumberedPage } from "#lib/numbered-page";
import { numberText } from "#lib/plurals";

type NumberedPagesProps = {
  label: string;
  page: NumberedPage<{ number: number }>;
  hrefOf: (below: number) => string;
};

/** Which of them are shown, newest first, and the ways on; nothing where all are. */
export function NumberedPages({ label, page, hrefOf }: NumberedPagesProps) {
  const { rows, count, newer, older } = page;
  if (newer === null && older === null) return null;
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  return (
    <div className="section-pages">
      <Pagination
        label={label}
        range={
          rows.length === 0
            ? `None of ${numberText(count)}`
            : `${numberText(count - first + 1)}–${numberText(count - last + 1)} of ${numberText(count)}, newest first`
        }
        previousHref={newer === null ? undefined : hrefOf(newer)}
        nextHref={older === null ? undefined : hrefOf(older)}
      />
    </div>
  );
}
