/** The address under which people reach this server, without a slash at the end. */
export function baseUrl(): string {
  const url = process.env.HANDOVER_URL || `http://127.0.0.1:${process.env.PORT || 3000}`;
  return url.replace(/\/+$/, "");
}
