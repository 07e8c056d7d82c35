import Bowser from "bowser";

/** "Chrome on Windows" from a User-Agent header; "Unknown device" where it says nothing. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return "Unknown device";
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  if (os.name) return `${browser.name || "Unknown browser"} on ${os.name}`;
  return browser.name || "Unknown device";
}
