/** Prints rows of text under a heading, in columns. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)));
  const lines = all.map((row) => line(row).join("  ").trimEnd());
  process.stdout.write(`\n${title}\n${lines.join("\n")}\n`);
}

/** "12.3 ms", "4.56 s" */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${milliseconds.toPrecision(3)} ms`
    : `${(milliseconds / 1000).toPrecision(3)} s`;
}

/** "1.32" times the other. */
export function ratio(one: number, other: number): string {
  const times = one / other;
  return times < 0.01 ? times.toExponential(1) : times.toFixed(2);
}
