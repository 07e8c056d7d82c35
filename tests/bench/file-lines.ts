const syllables = ["an", "bel", "co", "dri", "el", "fa", "gri", "ho", "in", "jo", "ka", "lu", "mö"];

/** The lines of a file of contacts, in pieces of 64 kB, each line after the prefix. */
export async function* fileLines(
  rows: number,
  head: string,
  prefix = "",
): AsyncGenerator<Buffer, void> {
  let text = head;
  for (let n = 0; n < rows; n++) {
    text += prefix + line(n);
    if (text.length < 64 * 1024) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text) yield Buffer.from(text);
}

function line(n: number): string {
  const mixed = (n * 2_654_435_761) % 4_294_967_296;
  const [first, last, firm] = [word(mixed % 2197), word(mixed % 1999), word(mixed % 1777)];
  const phone = `${200 + (n % 700)}-${100 + (mixed % 900)}-${String(n % 10_000).padStart(4, "0")}`;
  return (
    `${first},${last},"${firm}, ${word(mixed % 997)} Inc",${n % 9999} ${word(mixed % 613)} St,` +
    `${word(mixed % 401)},CA,${10_000 + (n % 89_999)},${phone},${phone.replace("-", ".")},` +
    `${first}.${last}${n}@${firm}.example,http://www.${firm}${n % 977}.example\n`
  );
}

function word(n: number): string {
  const at = (by: number) => syllables[Math.floor(n / by) % syllables.length] ?? "";
  return at(1) + at(13) + at(169);
}
