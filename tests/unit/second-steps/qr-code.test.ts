import { encode } from "uqr";
import { expect, test } from "vitest";
import { qrCode } from "#lib/second-steps/qr-code";

test("the path draws every dark square of the code, and no other", () => {
  const text = "otpauth://totp/Handover%20(Alder)?secret=ABCDEFGH";
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const code = qrCode(text);
  const dark = new Set<string>();
  for (const [, x, y, width] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let each = 0; each < Number(width); each++) dark.add(`${Number(x) + each} ${y}`);
  }
  const expected = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`${x} ${y}`] : [])));
  expect(code.size).toBe(size);
  expect([...dark].sort()).toEqual(expected.sort());
  expect(code.path.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, "")).toBe("");
});

test("around it is the quiet zone that scanners need", () => {
  const { path } = qrCode("x");
  const starts = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...starts)).toBe(4);
});
