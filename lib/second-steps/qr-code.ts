import { encode } from "uqr";

/** A drawing of dark squares, one unit each, in a square of `size` units. */
export type QrCode = { size: number; path: string };

/** The quiet zone that scanners need around the code. */
const BORDER = 4;

/** A text as a QR code: one path, in which each run of dark squares is one rectangle. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: BORDER });
  const path = data.flatMap((row, y) => runs(row).map(([x, width]) => rectangle(x, y, width)));
  return { size, path: path.join("") };
}

function runs(row: boolean[]): [start: number, length: number][] {
  const text = row.map((isDark) => (isDark ? "#" : " ")).join("");
  return [...text.matchAll(/#+/g)].map(({ index, 0: run }) => [index, run.length]);
}

function rectangle(x: number, y: number, width: number): string {
  return `M${x} ${y}h${width}v1h-${width}z`;
}
