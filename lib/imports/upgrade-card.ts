/**
 * A vCard 2.1, as Outlook and old telephones write it, in the form of 3.0: its bare types and its
 * quoted-printable values are what the parser does not know. Newer ones come back as they are.
 */
export function upgradeCard(card: string): string {
  if (!/^VERSION:2\.1\s*$/im.test(card)) return card;
  return joinLines(card).map(upgradeLine).join("\n");
}

/** A quoted-printable line goes on after "=" at its end; others are folded as later ones are. */
function joinLines(card: string): string[] {
  const lines: string[][] = [];
  let isQuoted = false;
  let isOpen = false;
  for (const line of card.split("\n")) {
    const parts = lines.at(-1);
    if (parts && isOpen) parts[parts.length - 1] = parts.at(-1)?.slice(0, -1) ?? "";
    if (parts && isOpen) parts.push(line.trimStart());
    else if (parts && /^[ \t]/.test(line)) {
      parts.push(line.slice(1));
      // What says so stands in the first few, where the line is folded within its parameters.
      isQuoted ||= parts.length <= 5 && isQuotedPrintable(parts.join(""));
    } else {
      lines.push([line]);
      isQuoted = isQuotedPrintable(line);
    }
    isOpen = isQuoted && line.endsWith("=");
  }
  return lines.map((parts) => parts.join("")).filter((line) => line !== "");
}

function upgradeLine(line: string): string {
  const colon = line.indexOf(":");
  if (colon < 0) return line;
  const [name = "", ...parameters] = line.slice(0, colon).split(";");
  if (name.toUpperCase() === "VERSION") return "VERSION:3.0";
  const kept = parameters
    .filter((each) => !/^(ENCODING=|CHARSET=|QUOTED-PRINTABLE$|8BIT$|BASE64$)/i.test(each))
    .map((each) => (each.includes("=") ? each : `TYPE=${each}`));
  const value = line.slice(colon + 1);
  const plain = isQuotedPrintable(line) ? decodeValue(value, parameters) : value;
  // A comma separates nothing in 2.1.
  return `${[name, ...kept].join(";")}:${plain.replace(/(?<!\\),/g, "\\,")}`;
}

function isQuotedPrintable(line: string): boolean {
  return /^[^:]*;(ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);
}

function decodeValue(value: string, parameters: string[]): string {
  const charset = parameters.find((each) => /^CHARSET=/i.test(each))?.slice(8) ?? "utf-8";
  const bytes = Buffer.from(
    value.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
  const text = decoderOf(charset).decode(bytes);
  return text.replace(/\r\n?|\n/g, "\\n");
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
