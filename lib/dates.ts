/** How one reader sees dates: in the account's time zone and the browser's language. */
export type DateStyle = { timeZone: string; locale: string };

/** "12 Nov 2026" */
export function dateText(at: Date, style: DateStyle): string {
  return format(at, style, { day: "numeric", month: "short", year: "numeric" });
}

/** "12 Nov 2026, 10:42" */
export function dateTimeText(at: Date, style: DateStyle): string {
  return format(at, style, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** The same where it is kept as words, in a log or a refusal: in English, whoever reads it. */
export function recordedTime(at: Date, timeZone: string): string {
  return dateTimeText(at, { timeZone, locale: "en-GB" });
}

/** Its day alone, the same way. */
export function recordedDay(at: Date, timeZone: string): string {
  return dateText(at, { timeZone, locale: "en-GB" });
}

/** "America/New York" */
export function timeZoneText(timeZone: string): string {
  return timeZone.replaceAll("_", " ");
}

/** "10:42:07" */
export function clockText(at: Date, style: DateStyle): string {
  return format(at, style, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** "10:42" */
export function timeText(at: Date, style: DateStyle): string {
  return format(at, style, { hour: "2-digit", minute: "2-digit" });
}

/** "Tuesday 24 November 2026" */
export function dayText(at: Date, style: DateStyle): string {
  return format(at, style, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "12 Nov 2026", of a calendar day, "2026-11-12", wherever the reader is. */
export function calendarDayText(day: string, locale: string): string {
  return dateText(utcMidnight(day), { timeZone: "UTC", locale });
}

/** "13–30 Nov 2026": from a calendar day to before another. */
export function daysText(from: string, end: string, locale: string): string {
  const last = new Date(utcMidnight(end).getTime() - 86_400_000);
  const shape = { day: "numeric", month: "short", year: "numeric" } as const;
  return formatterFor({ timeZone: "UTC", locale }, shape).formatRange(utcMidnight(from), last);
}

/** "24 Nov", "Nov" or "Nov 2026": under a mark of an axis, whose days are counted as those of UTC. */
export function axisText(at: Date, locale: string, by: "day" | "month" | "year"): string {
  const month = "short";
  const shapes = {
    day: { day: "numeric", month },
    month: { month },
    year: { month, year: "numeric" },
  };
  return format(at, { timeZone: "UTC", locale }, shapes[by] as Intl.DateTimeFormatOptions);
}

/** The day's first moment on no clock in particular: days are counted and drawn as those of UTC. */
export function utcMidnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** "2026-11-24", whatever the reader's language. */
export function isoDayText(at: Date, timeZone: string): string {
  return localTimeText(at, timeZone).slice(0, 10);
}

/** "2026-11-24 05:42:07", whatever the reader's language. */
export function localTimeText(at: Date, timeZone: string): string {
  return format(at, { timeZone, locale: "sv-SE" }, { dateStyle: "short", timeStyle: "medium" });
}

/** With seconds and the zone's name, for the title of a shorter form. */
export function exactText(at: Date, style: DateStyle): string {
  return format(at, style, { dateStyle: "full", timeStyle: "long" });
}

function format(at: Date, style: DateStyle, shape: Intl.DateTimeFormatOptions) {
  return formatterFor(style, shape).format(at);
}

function formatterFor({ timeZone, locale }: DateStyle, shape: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${timeZone} ${JSON.stringify(shape)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    if (formatters.size > 200) formatters.clear();
    formatter = new Intl.DateTimeFormat(locale, { ...shape, timeZone, hourCycle: "h23" });
    formatters.set(key, formatter);
  }
  return formatter;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
