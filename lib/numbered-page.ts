/** Rows that are numbered from 1 without a gap, newest first, and where the pages beside them begin. */
export type NumberedPage<Row> = {
  rows: Row[];
  count: number;
  /** What the newer page is below: null where this one is the newest, 0 where newer is the newest. */
  newer: number | null;
  older: number | null;
};

export function cutNumbered<Row extends { number: number }>(
  rows: Row[],
  size: number,
  count: number,
): NumberedPage<Row> {
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const newer = first + size + 1;
  return {
    rows,
    count,
    newer: first >= count ? null : newer > count ? 0 : newer,
    older: last > 1 ? last : null,
  };
}
