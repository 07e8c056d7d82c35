/** Looks at bytes as they come, whether all of them together are UTF-8. */
export function utf8Check() {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let holds = true;
  const look = (bytes?: Uint8Array) => {
    try {
      if (holds) decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      holds = false;
    }
    return holds;
  };
  return { look, end: () => look() };
}
