import { headers } from "next/headers";
import type { DateStyle } from "#lib/dates";

/** How the person behind this request reads dates: the account's zone, the browser's language. */
export async function readerOf(timeZone: string): Promise<DateStyle> {
  return { timeZone, locale: readerLocale((await headers()).get("accept-language")) };
}

/** The first language of an Accept-Language header that this program's runtime knows, else en-GB. */
export function readerLocale(acceptLanguage: string | null): string {
  for (const part of (acceptLanguage ?? "").slice(0, 200).split(",")) {
    const tag = part.split(";")[0]?.trim() ?? "";
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) continue;
    try {
      const [known] = Intl.DateTimeFormat.supportedLocalesOf([tag]);
      if (known) return known;
    } catch {
      // A tag of the right shape that is no language: the next one may be.
    }
  }
  return "en-GB";
}
