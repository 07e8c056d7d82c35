/** What a page may load: only what carries this response's nonce, and files of our own. */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join("; ");
}

/** A mail of the outbox as HTML: its own style, and nothing else. */
export const letterPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'";
export const letterPath = /^\/outbox\/[^/?]+\/html$/;

/**
 * The same on every answer. The referrer policy must not be no-referrer: a browser then sends
 * `Origin: null` with a form, and the check against forms of other sites would refuse our own.
 */
export function securityHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(process.env.HANDOVER_URL?.startsWith("https:")
      ? { "strict-transport-security": "max-age=63072000" }
      : {}),
  };
}
