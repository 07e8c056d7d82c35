import type { Encoding } from "#lib/imports/sniff";

/** The text of a file's bytes as they come, each line ending with a line feed alone. */
export async function* decode(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(encoding);
  let held = "";
  for await (const bytes of pieces) {
    const text = held + decoder.decode(bytes, { stream: true });
    // It may be the first half of a line's end.
    held = text.endsWith("\r") ? "\r" : "";
    yield lineFeeds(held ? text.slice(0, -1) : text);
  }
  yield lineFeeds(held + decoder.decode());
}

function lineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
